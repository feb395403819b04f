package dev.tinyland.gf.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** From what the SDK throws to what was seen. */
final class S3Exceptions {
    private static final Set<String> AUTH = Set.of(
            "AccessDenied",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "RequestTimeTooSkewed",
            "ExpiredToken",
            "InvalidToken");

    private S3Exceptions() {}

    static S3Failure of(SdkException exception) {
        return exception instanceof AwsServiceException answer ? ofAnswer(answer) : ofCauses(exception);
    }

    private static S3Failure ofAnswer(AwsServiceException answer) {
        int status = answer.statusCode();
        String code =
                answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                        ? ""
                        : answer.awsErrorDetails().errorCode();
        // The SDK fills in a code where a HEAD, which has no body, could not bring one.
        boolean said = code.matches("[A-Za-z][A-Za-z0-9]{2,63}");
        String shown = said ? code : "";
        if (status == 401 || status == 403 || AUTH.contains(code)) {
            return new S3Failure.Auth(status, shown);
        }
        return switch (status) {
            case 404 ->
                switch (code) {
                    case "NoSuchBucket" -> new S3Failure.NoSuchBucket();
                    case "NoSuchKey" -> new S3Failure.NoSuchKey();
                    default -> new S3Failure.NotFound();
                };
            case 412 -> new S3Failure.Precondition();
            case 501 -> new S3Failure.NotImplemented();
            case 503 -> new S3Failure.SlowDown(shown);
            default -> status >= 500 ? new S3Failure.ServerError(status, shown) : new S3Failure.Refused(status, shown);
        };
    }

    private static S3Failure ofCauses(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnusableBodyException body -> {
                    return body.failure();
                }
                case ApiCallAttemptTimeoutException _, ApiCallTimeoutException _, SocketTimeoutException _ -> {
                    return new S3Failure.Timeout();
                }
                case UnknownHostException _ -> {
                    return new S3Failure.Dns();
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return new S3Failure.Connect();
                }
                case SSLException _ -> {
                    return new S3Failure.Tls();
                }
                case SocketException _ -> {
                    return new S3Failure.Reset();
                }
                case IOException stream -> {
                    return ofBody(stream, -1, -1);
                }
                default -> {}
            }
        }
        return exception instanceof AbortedException
                ? new S3Failure.Timeout()
                : new S3Failure.Parse("something the client cannot read");
    }

    /** What an exception while reading says; the platform's client knows two ways to say that a body was cut. */
    static S3Failure ofBody(IOException exception, long announced, long received) {
        return switch (exception) {
            case SocketTimeoutException _ -> new S3Failure.Timeout();
            case SocketException _ ->
                received < 0 ? new S3Failure.Reset() : new S3Failure.Truncated(announced, received);
            default -> received < 0 ? new S3Failure.Reset() : new S3Failure.Truncated(announced, received);
        };
    }
}
