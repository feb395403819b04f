package dev.tinyland.gf.yaml;

/**
 * What a text is made of, found in one pass.
 *
 * @param unprintable offset of the first character that YAML does not allow, or -1
 * @param plainBreaks whether a line feed is the only line break in it, and no byte order mark stands inside
 */
record Characters(int unprintable, boolean plainBreaks) {

    static Characters of(String text) {
        boolean plainBreaks = true;
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if ((c >= ' ' && c <= '~') || c == '\n') {
                i++;
                continue;
            }
            int codePoint = text.codePointAt(i);
            if (!isPrintable(codePoint)) {
                return new Characters(i, false);
            }
            if (c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                plainBreaks = false;
            }
            i += Character.charCount(codePoint);
        }
        return new Characters(-1, plainBreaks);
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
