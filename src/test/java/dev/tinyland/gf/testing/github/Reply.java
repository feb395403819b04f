package dev.tinyland.gf.testing.github;

import java.util.Map;

/**
 * A reply that a test orders.
 *
 * @param missing how many bytes of the body are announced and never sent
 */
public record Reply(int status, Map<String, String> headers, String body, int missing) {
    public static Reply json(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body, 0);
    }

    /** An error as the API writes it. */
    public static Reply error(int status, String message) {
        return json(
                status,
                "{\"message\":\"" + message + "\",\"documentation_url\":\"https://docs.git.example\",\"status\":\""
                        + status + "\"}");
    }

    /** A page that something between us and the API made. */
    public static Reply page(int status) {
        return new Reply(status, Map.of("Content-Type", "text/html"), "<html><body>Unicorn!</body></html>", 0);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new java.util.TreeMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, missing);
    }

    /** The same, cut before its end. */
    public Reply cut(int bytes) {
        return new Reply(status, headers, body, bytes);
    }
}
