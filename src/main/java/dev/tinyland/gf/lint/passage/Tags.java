package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Fragment;

/** Takes the markup out of a block of HTML. */
final class Tags {

    private Tags() {}

    /** The text with tags and comments blanked out one for one. A comment or tag that is not closed reaches to the end. */
    static Fragment blanked(Fragment html) {
        char[] characters = html.text().toCharArray();
        int at = 0;
        while (at < characters.length) {
            if (characters[at] != '<' || !opensTag(html.text(), at)) {
                at++;
                continue;
            }
            String closer = html.text().startsWith("<!--", at) ? "-->" : ">";
            int close = html.text().indexOf(closer, at);
            int end = close < 0 ? characters.length : close + closer.length();
            for (; at < end; at++) {
                if (characters[at] != '\n') {
                    characters[at] = ' ';
                }
            }
        }
        int[] identity = new int[characters.length + 1];
        for (int i = 0; i < identity.length; i++) {
            identity[i] = i;
        }
        return html.decode(new String(characters), identity);
    }

    private static boolean opensTag(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }
}
