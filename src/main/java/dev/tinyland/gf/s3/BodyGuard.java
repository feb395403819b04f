package dev.tinyland.gf.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Looks at the body of a list before the SDK does. The SDK takes any well-formed XML for an answer, a page or an error
 * document for a list of nothing: the very answer that must not be believed.
 */
final class BodyGuard implements ExecutionInterceptor {
    static final int LARGEST_LIST = 64 * 1024 * 1024;
    private static final Map<String, String> ROOTS =
            Map.of("ListBuckets", "<ListAllMyBucketsResult", "ListObjectsV2", "<ListBucketResult");

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        String root = ROOTS.get(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        if (root == null || !context.httpResponse().isSuccessful()) {
            return context.responseBody();
        }
        byte[] body;
        long announced = context.httpResponse()
                .firstMatchingHeader("Content-Length")
                .map(Long::parseLong)
                .orElse(-1L);
        try (InputStream stream = context.responseBody().orElse(InputStream.nullInputStream())) {
            body = stream.readNBytes(LARGEST_LIST);
        } catch (IOException e) {
            throw new UnusableBodyException(S3Exceptions.ofBody(e, announced, 0), e);
        }
        if (announced >= 0 && announced != body.length) {
            throw new UnusableBodyException(new S3Failure.Truncated(announced, body.length));
        }
        String text = new String(body, 0, Math.min(body.length, 4096), StandardCharsets.UTF_8);
        if (!text.contains(root)) {
            throw new UnusableBodyException(new S3Failure.Parse(instead(text)));
        }
        return Optional.of(new ByteArrayInputStream(body));
    }

    private static String instead(String text) {
        if (text.isBlank()) {
            return "nothing";
        }
        if (text.contains("<Error")) {
            return "an error document";
        }
        return text.stripLeading().startsWith("<") ? "a page" : "something that is no XML";
    }
}
