package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import java.util.Arrays;

/** Takes off the escapes a shell takes off before it reads an inner script. */
final class Unescaping {
    private Unescaping() {}

    /** The script between backquotes. */
    static Fragment backquotes(Fragment inner, boolean inDoubleQuotes) {
        String text = inner.text();
        if (text.indexOf('\\') < 0) {
            return inner;
        }
        String escapable = inDoubleQuotes ? "$`\\\"" : "$`\\";
        StringBuilder value = new StringBuilder(text.length());
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() && escapable.indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            offsets[value.length()] = i;
            value.append(text.charAt(i));
        }
        offsets[value.length()] = text.length();
        return inner.decode(value.toString(), Arrays.copyOf(offsets, value.length() + 1));
    }

    /** The body of a here-document without the tabs {@code <<-} takes off. */
    static Fragment tabs(Fragment body) {
        String text = body.text();
        StringBuilder value = new StringBuilder(text.length());
        int[] offsets = new int[text.length() + 1];
        boolean lineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(lineStart && c == '\t')) {
                offsets[value.length()] = i;
                value.append(c);
                lineStart = c == '\n';
            }
        }
        offsets[value.length()] = text.length();
        return body.decode(value.toString(), Arrays.copyOf(offsets, value.length() + 1));
    }
}
