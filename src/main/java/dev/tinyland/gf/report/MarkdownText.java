package dev.tinyland.gf.report;

/** Escaping of observed text for Markdown: nothing that was seen may become markup, a mention or a new table row. */
public final class MarkdownText {
    private MarkdownText() {}

    /** Text for a table cell, on one line. */
    public static String cell(String text) {
        return plain(text.strip().replaceAll("\\R+", " ")).replace("|", "\\|");
    }

    /** Text for a paragraph or list item. */
    public static String plain(String seen) {
        String text = shown(seen);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\\', '`', '[', ']' -> escaped.append('\\').append(c);
                case '*' -> escaped.append("\\*");
                case '~' -> escaped.append(beside(text, i, '~') ? "\\~" : "~");
                case '_' -> escaped.append(insideWord(text, i) ? "_" : "\\_");
                case '@' -> escaped.append(i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)) ? "@" : "@<!-- -->");
                case '#' -> escaped.append("\\#");
                default -> escaped.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    /** An inline code span that holds the text whatever backticks are in it. */
    public static String code(String text) {
        String line = shown(text.replaceAll("\\R+", " "));
        int longest = longestTicks(line);
        String fence = "`".repeat(longest + 1);
        String padding = longest > 0 || line.isBlank() ? " " : "";
        return fence + padding + line + padding + fence;
    }

    /** How many backticks follow one another at most: what encloses the text needs one more. */
    public static int longestTicks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean beside(String text, int offset, char same) {
        return offset > 0 && text.charAt(offset - 1) == same
                || offset + 1 < text.length() && text.charAt(offset + 1) == same;
    }

    private static boolean insideWord(String text, int offset) {
        return offset > 0
                && offset + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(offset - 1))
                && Character.isLetterOrDigit(text.charAt(offset + 1));
    }

    /** Characters that hide or turn around what stands beside them, made visible as one that does neither. */
    private static String shown(String text) {
        return text.replaceAll("\\p{Cf}", "\uFFFD");
    }
}
