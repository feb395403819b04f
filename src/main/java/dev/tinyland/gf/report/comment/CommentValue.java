package dev.tinyland.gf.report.comment;

import dev.tinyland.gf.report.MarkdownText;
import java.util.regex.Pattern;

/**
 * Makes a value that anybody may have written fit for a comment: no markup, no mention, no marker, no character that
 * changes the order or hides part of the text, and no more of it than a reader wants.
 */
public final class CommentValue {
    /** Most characters of a value in a table or list. */
    private static final int LONGEST_CELL = 400;

    /** Most characters once it is escaped: some characters take nine. */
    private static final int LONGEST_ESCAPED = 1_000;

    private static final Pattern FOREIGN_NUMBER = Pattern.compile("(?<=[\\w.-])\\\\#(?=\\d)");
    private static final Pattern ISSUE_ADDRESS = Pattern.compile("(https?:)(//\\S+/(?:issues|pull|discussions)/\\d)");

    private CommentValue() {}

    /** A value on one line, cut. */
    public static String cell(String text) {
        return cell(text, LONGEST_CELL);
    }

    /** A value on one line of at most so many characters. */
    static String cell(String text, int most) {
        String seen = visible(text).strip();
        String escaped = MarkdownText.cell(cut(seen, most));
        for (int shorter = most / 2; escaped.length() > LONGEST_ESCAPED; shorter /= 2) {
            escaped = MarkdownText.cell(cut(seen, shorter));
        }
        return withoutReferences(escaped);
    }

    /** What names an issue of another repository would leave a mark there, each time the comment is written. */
    private static String withoutReferences(String escaped) {
        String shortForms = FOREIGN_NUMBER.matcher(escaped).replaceAll("\\\\#<!-- -->");
        return ISSUE_ADDRESS.matcher(shortForms).replaceAll("$1<!-- -->$2");
    }

    /** The first characters, and how many more there were. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
    }

    /** Takes out what no reader sees: direction overrides, zero-width characters, tags and other controls. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean kept = c == '\n' || c == '\t' || c == '\r';
            boolean hidden = switch (Character.getType(c)) {
                case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
                default -> false;
            };
            visible.appendCodePoint(hidden && !kept ? 0xFFFD : c);
        });
        return visible.toString();
    }
}
