package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Finds HTML comments in a piece of HTML. */
final class CommentScanner {
    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private CommentScanner() {}

    /**
     * @param start where the HTML starts in the page
     * @param end where it ends; a comment that is not closed by then ends there
     */
    static List<MarkdownComment> scan(Fragment page, int start, int end) {
        List<MarkdownComment> found = new ArrayList<>();
        String text = page.text();
        int at = text.indexOf(OPEN, start);
        while (at >= 0 && at + OPEN.length() <= end) {
            int inner = at + OPEN.length();
            int close = text.indexOf(CLOSE, inner);
            boolean closed = close >= 0 && close + CLOSE.length() <= end;
            int innerEnd = closed ? close : end;
            int after = closed ? close + CLOSE.length() : end;
            found.add(
                    new MarkdownComment(page.slice(inner, innerEnd), alone(text, at, after), page.toSource(at, after)));
            at = text.indexOf(OPEN, after);
        }
        return found;
    }

    /** Markers of lists and quotes do not count as company. */
    private static boolean alone(String text, int start, int end) {
        for (int i = start - 1; i >= 0 && !isLineBreak(text.charAt(i)); i--) {
            if (" \t>*-+".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        for (int i = end; i < text.length() && !isLineBreak(text.charAt(i)); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
