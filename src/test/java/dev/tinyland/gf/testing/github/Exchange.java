package dev.tinyland.gf.testing.github;

import java.util.List;
import java.util.Map;

/**
 * One request and what it was answered with.
 *
 * @param path with its query
 * @param headers of the request, names in lower case
 * @param ordered whether a test ordered the reply; such a one need not be what GitHub documents
 */
public record Exchange(
        String method,
        String path,
        Map<String, List<String>> headers,
        String request,
        int status,
        String response,
        boolean ordered) {

    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    /** As in {@code GET /user}. */
    public String line() {
        return method + " " + path;
    }
}
