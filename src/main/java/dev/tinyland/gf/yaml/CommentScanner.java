package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds comments as every {@code #} outside scalars; SnakeYAML's own comment support attaches them in odd places and is slow. */
final class CommentScanner {

    private CommentScanner() {}

    /**
     * @param scalarBodies fragment ranges of scalars, headers of block scalars left out, ascending
     */
    static List<YamlComment> scan(Fragment fragment, List<Span> scalarBodies) {
        String text = fragment.text();
        List<YamlComment> comments = new ArrayList<>();
        int nextBody = 0;
        int at = text.indexOf('#');
        while (at >= 0) {
            while (nextBody < scalarBodies.size() && scalarBodies.get(nextBody).end() <= at) {
                nextBody++;
            }
            boolean inScalar =
                    nextBody < scalarBodies.size() && scalarBodies.get(nextBody).start() <= at;
            if (inScalar) {
                at = text.indexOf('#', scalarBodies.get(nextBody).end());
            } else if (mayStartComment(text, at)) {
                int end = endOfLine(text, at);
                comments.add(new YamlComment(fragment.slice(at, end), onlyBlanksBefore(text, at)));
                at = text.indexOf('#', end);
            } else {
                at = text.indexOf('#', at + 1);
            }
        }
        return comments;
    }

    /** A {@code #} inside an anchor, an alias or a tag follows a letter of its name. */
    private static boolean mayStartComment(String text, int at) {
        return at == 0 || " \t\r\n,[]{}\"'".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean onlyBlanksBefore(String text, int at) {
        int i = at;
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
            i--;
        }
        return i == 0 || text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r';
    }

    static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
