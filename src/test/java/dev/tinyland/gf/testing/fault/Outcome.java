package dev.tinyland.gf.testing.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What happens to a request. */
public sealed interface Outcome {

    /** The connection is reset without an answer. */
    record Reset() implements Outcome {}

    /** No answer ever comes; the connection stays open until the proxy closes. */
    record Hang() implements Outcome {}

    /** How the client learns where the body ends. */
    enum Framing {
        LENGTH,
        CHUNKED,
        CLOSE
    }

    /** An answer. */
    final class Reply implements Outcome {
        private final int status;
        private final List<ProxyRequest.Header> headers;
        private final byte[] body;
        private final Framing framing;
        private final int cutAfter;

        Reply(int status, List<ProxyRequest.Header> headers, byte[] body, Framing framing, int cutAfter) {
            this.status = status;
            this.headers = List.copyOf(headers);
            this.body = body.clone();
            this.framing = framing;
            this.cutAfter = cutAfter;
        }

        static Reply of(int status, String type, String body) {
            return new Reply(
                    status,
                    List.of(new ProxyRequest.Header("Content-Type", type)),
                    body.getBytes(StandardCharsets.UTF_8),
                    Framing.LENGTH,
                    -1);
        }

        /** An S3 error document; a HEAD leaves its body away. */
        static Reply error(int status, String code) {
            return of(
                    status,
                    "application/xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                            + "</Message><RequestId>0</RequestId></Error>");
        }

        public int status() {
            return status;
        }

        List<ProxyRequest.Header> headers() {
            return headers;
        }

        byte[] bytes() {
            return body.clone();
        }

        Framing framing() {
            return framing;
        }

        int cutAfter() {
            return cutAfter;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Reply withStatus(int other) {
            return new Reply(other, headers, body, framing, cutAfter);
        }

        Reply withBody(byte[] other) {
            return new Reply(status, headers, other, framing, cutAfter);
        }

        Reply withHeader(String name, String value) {
            List<ProxyRequest.Header> changed = new java.util.ArrayList<>(headers.stream()
                    .filter(header -> !header.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .toList());
            changed.add(new ProxyRequest.Header(name, value));
            return new Reply(status, changed, body, framing, cutAfter);
        }

        /** The same, its connection closed after so many bytes of the body. */
        Reply cut(int after, Framing how) {
            return new Reply(status, headers, body, how, after);
        }
    }
}
