package dev.tinyland.gf.yaml;

/** The characters of a text, looked at in one pass. An array is looked through in half the time a text takes. */
final class Characters {
    private final char[] all;
    private final int unprintable;
    private final boolean plainBreaks;

    private Characters(char[] all, int unprintable, boolean plainBreaks) {
        this.all = all;
        this.unprintable = unprintable;
        this.plainBreaks = plainBreaks;
    }

    static Characters of(String text) {
        char[] all = text.toCharArray();
        boolean plainBreaks = true;
        int i = 0;
        while (i < all.length) {
            char c = all[i];
            if ((c >= ' ' && c <= '~') || c == '\n') {
                i++;
                continue;
            }
            int codePoint = Character.codePointAt(all, i);
            if (!isPrintable(codePoint)) {
                return new Characters(all, i, false);
            }
            if (c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                plainBreaks = false;
            }
            i += Character.charCount(codePoint);
        }
        return new Characters(all, -1, plainBreaks);
    }

    /** In the text's order; nobody changes them. */
    char[] all() {
        return all;
    }

    /** Offset of the first character that YAML does not allow, or -1. */
    int unprintable() {
        return unprintable;
    }

    /** Whether a line feed is the only line break in it, and no byte order mark stands inside. */
    boolean plainBreaks() {
        return plainBreaks;
    }

    /** The characters of YAML 1.1 (5.1), which are those of YAML 1.2. */
    private static boolean isPrintable(int codePoint) {
        return (codePoint >= ' ' && codePoint <= '~')
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint == '\t'
                || codePoint == 0x85
                || (codePoint >= 0xA0 && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || (codePoint >= 0x10000 && codePoint <= 0x10FFFF);
    }
}
