package dev.tinyland.gf.testing.github;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The piece of a list that one request gets.
 *
 * @param from index of its first item
 * @param to index after its last
 */
record Page(URI asked, int number, int from, int to, int count) {
    private static final Pattern NUMBER = Pattern.compile("(?:^|&)page=(\\d+)");
    private static final Pattern SIZE = Pattern.compile("(?:^|&)per_page=(\\d+)");
    private static final int USUAL = 30;

    static Page of(URI asked, int count, int most) {
        int size = Math.min(most, Math.min(100, parameter(SIZE, asked, USUAL)));
        int number = Math.max(1, parameter(NUMBER, asked, 1));
        int from = Math.min(count, (number - 1) * size);
        return new Page(asked, number, from, Math.min(count, from + size), count);
    }

    /** The header {@code Link}, where there is a next page. */
    Optional<String> link(URI server) {
        if (to >= count) {
            return Optional.empty();
        }
        String query = String.valueOf(asked.getQuery());
        String rest = NUMBER.matcher(query).replaceAll("");
        return Optional.of("<" + server + asked.getPath() + "?" + (rest.equals("null") ? "" : rest + "&") + "page="
                + (number + 1) + ">; rel=\"next\"");
    }

    private static int parameter(Pattern pattern, URI asked, int otherwise) {
        Matcher matcher = pattern.matcher(String.valueOf(asked.getQuery()));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : otherwise;
    }
}
