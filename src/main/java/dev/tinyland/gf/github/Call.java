package dev.tinyland.gf.github;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One request.
 *
 * @param body JSON, or empty for none
 * @param repeatable whether doing it twice does no more than doing it once
 */
record Call(String method, URI address, String body, Map<String, List<String>> headers, boolean repeatable) {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "PATCH", "DELETE");

    Call {
        method = method.toUpperCase(Locale.ROOT);
    }

    static Call of(String method, URI address, String body) {
        return new Call(method, address, body, Map.of(), REPEATABLE.contains(method));
    }

    static Call with(String method, URI address, String body, Map<String, List<String>> headers) {
        return new Call(method, address, body, headers, REPEATABLE.contains(method));
    }

    /** A POST that only asks, as a GraphQL query does. */
    Call asking() {
        return new Call(method, address, body, headers, true);
    }

    /** For a message: never the query, which may hold a value. */
    String text() {
        return method + " " + address.getPath();
    }
}
