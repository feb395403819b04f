package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;
import java.util.Arrays;

/** Makes the script of a recipe out of its indented lines. */
final class JustBody {
    private JustBody() {}

    /** The program a shebang names, wherever {@code env} stands before it; empty where there is no shebang. */
    static String interpreter(String body) {
        if (!body.startsWith("#!")) {
            return "";
        }
        int end = body.indexOf('\n');
        String line = body.substring(2, end < 0 ? body.length() : end).strip();
        for (String word : line.split("\\s+", -1)) {
            String name = word.substring(word.lastIndexOf('/') + 1);
            if (!name.equals("env") && !name.startsWith("-") && name.indexOf('=') < 0) {
                return name;
            }
        }
        return "";
    }

    /** Takes off the indentation of the first line, as just does, and in a recipe of single lines the prefixes of each. */
    static Fragment read(Fragment lines) {
        String text = lines.text();
        String indentation = indentation(text);
        boolean shebang = text.startsWith("#!", indentation.length());
        StringBuilder body = new StringBuilder(text.length());
        int[] offsets = new int[text.length() + 1];
        boolean continued = false;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            int from = start;
            int common = 0;
            while (common < indentation.length() && from < end && text.charAt(from) == indentation.charAt(common)) {
                from++;
                common++;
            }
            if (!shebang && !continued) {
                while (from < end && (text.charAt(from) == '@' || text.charAt(from) == '-')) {
                    from++;
                }
            }
            for (int i = from; i < end; i++) {
                offsets[body.length()] = i;
                body.append(text.charAt(i));
            }
            continued = text.substring(start, end).stripTrailing().endsWith("\\");
            start = end;
        }
        offsets[body.length()] = text.length();
        return lines.decode(body.toString(), Arrays.copyOf(offsets, body.length() + 1));
    }

    private static String indentation(String text) {
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int from = start;
            while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            if (from < end && text.charAt(from) != '\r') {
                return text.substring(start, from);
            }
            start = end + 1;
        }
        return "";
    }
}
