package dev.tinyland.gf.secret;

/** A text without its white space and without the escapes that stand for line breaks, with the way back. */
final class Squeezed {
    private final String text;
    private final int[] offsets;

    private Squeezed(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    static Squeezed of(String original) {
        StringBuilder squeezed = new StringBuilder(original.length());
        int[] offsets = new int[original.length()];
        int i = 0;
        while (i < original.length()) {
            int skip = lineBreakEscape(original, i);
            if (skip > 0) {
                i += skip;
            } else if (Character.isWhitespace(original.charAt(i))) {
                i++;
            } else {
                offsets[squeezed.length()] = i;
                squeezed.append(original.charAt(i));
                i++;
            }
        }
        return new Squeezed(squeezed.toString(), offsets);
    }

    String text() {
        return text;
    }

    /** The offset in the original of a character of the squeezed text. */
    int offset(int squeezedOffset) {
        return offsets[squeezedOffset];
    }

    private static int lineBreakEscape(String text, int offset) {
        char c = text.charAt(offset);
        if (c == '\\' && offset + 1 < text.length()) {
            char escaped = text.charAt(offset + 1);
            return escaped == 'n' || escaped == 'r' || escaped == 't' ? 2 : 0;
        }
        if (c == '%' && offset + 2 < text.length() && text.charAt(offset + 1) == '0') {
            char hex = Character.toUpperCase(text.charAt(offset + 2));
            return hex == 'A' || hex == 'D' ? 3 : 0;
        }
        return 0;
    }
}
