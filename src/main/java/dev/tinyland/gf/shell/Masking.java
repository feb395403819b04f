package dev.tinyland.gf.shell;

import java.util.Arrays;

/**
 * Covers {@code ${{ … }}} and {@code {{ … }}} with filler of equal length: their quotes and operators belong to another
 * language and are gone before a shell sees the script. The second form must end on its line.
 */
final class Masking {
    /** A private-use character that no shell gives a meaning. */
    static final char FILLER = '\uE000';

    private final String text;
    private final char[] masked;
    private int close = -1;
    private int newline = -1;
    /** Quotes are not looked at before this offset: an odd one was met, and scanning again would take quadratic time. */
    private int quotesIgnoredUntil;

    private Masking(String text) {
        this.text = text;
        this.masked = text.toCharArray();
    }

    static String mask(String text) {
        return text.contains("{{") ? new Masking(text).mask() : text;
    }

    private String mask() {
        int open = text.indexOf("{{");
        while (open >= 0) {
            if (close < open + 2) {
                close = text.indexOf("}}", open + 2);
            }
            if (close < 0) {
                break;
            }
            boolean dollar = open > 0 && text.charAt(open - 1) == '$';
            int bound = dollar ? text.length() : lineEnd(open);
            int end = end(open + 2, bound);
            if (end >= 0) {
                Arrays.fill(masked, dollar ? open - 1 : open, end + 2, FILLER);
            }
            open = text.indexOf("{{", end >= 0 ? end + 2 : open + 2);
        }
        return new String(masked);
    }

    private int lineEnd(int from) {
        if (newline < from) {
            newline = text.indexOf('\n', from);
            newline = newline < 0 ? text.length() : newline;
        }
        return newline;
    }

    private int end(int from, int bound) {
        if (from >= quotesIgnoredUntil) {
            boolean quoted = false;
            for (int i = from; i + 1 < bound; i++) {
                char c = text.charAt(i);
                if (c == '\'') {
                    quoted = !quoted;
                } else if (c == '}' && !quoted && text.charAt(i + 1) == '}') {
                    return i;
                }
            }
            quotesIgnoredUntil = bound;
        }
        return close + 1 < bound ? close : -1;
    }
}
