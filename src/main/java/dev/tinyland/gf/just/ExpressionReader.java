package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes strings and backquotes out of an expression. */
final class ExpressionReader {
    private final Fragment text;
    private int position;

    ExpressionReader(Fragment text) {
        this.text = text;
    }

    JustExpression read() {
        List<Fragment> strings = new ArrayList<>();
        List<Fragment> commands = new ArrayList<>();
        String written = text.text();
        while (position < written.length()) {
            char c = written.charAt(position);
            if (c == '#') {
                int end = written.indexOf('\n', position);
                position = end < 0 ? written.length() : end;
            } else if (c == '\'' || c == '"' || c == '`') {
                Fragment content = quoted(c);
                (c == '`' ? commands : strings).add(content);
            } else {
                position++;
            }
        }
        return new JustExpression(text, strings, commands);
    }

    private Fragment quoted(char quote) {
        String written = text.text();
        String three = String.valueOf(quote).repeat(3);
        String close = written.startsWith(three, position) ? three : String.valueOf(quote);
        int start = position + close.length();
        int end = start;
        while (end < written.length() && !written.startsWith(close, end)) {
            end += quote == '"' && written.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, written.length());
        position = Math.min(end + close.length(), written.length());
        Fragment raw = text.slice(start, end);
        return quote == '"' ? unescape(raw) : raw;
    }

    private static Fragment unescape(Fragment raw) {
        String written = raw.text();
        if (written.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder value = new StringBuilder();
        int[] offsets = new int[written.length() + 1];
        for (int i = 0; i < written.length(); i++) {
            int at = i;
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                i++;
                c = switch (written.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> written.charAt(i);
                };
            }
            offsets[value.length()] = at;
            value.append(c);
        }
        offsets[value.length()] = written.length();
        return raw.decode(value.toString(), Arrays.copyOf(offsets, value.length() + 1));
    }
}
