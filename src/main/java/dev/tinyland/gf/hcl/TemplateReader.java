package dev.tinyland.gf.hcl;

import java.util.Arrays;
import java.util.List;

/** Reads quoted strings and heredocs with their interpolations. */
final class TemplateReader {
    private final HclCursor cursor;
    private final ExpressionReader expressions;

    TemplateReader(HclCursor cursor, ExpressionReader expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    private static final class Value {
        final StringBuilder text = new StringBuilder();
        int[] offsets = new int[32];
        boolean literal = true;

        void append(char c, int offset) {
            if (text.length() + 1 >= offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[text.length()] = offset;
            text.append(c);
        }

        HclString build(HclCursor cursor, int end, boolean heredoc, List<String> keys) {
            int[] used = Arrays.copyOf(offsets, text.length() + 1);
            used[text.length()] = end;
            return new HclString(cursor.fragment.decode(text.toString(), used), literal, heredoc, keys);
        }
    }

    /** Reads a string, the cursor standing at its opening quote. */
    HclString quoted(List<String> keys, int depth) {
        int start = cursor.position;
        Value value = new Value();
        cursor.position++;
        while (true) {
            if (cursor.atEnd() || cursor.peek() == '\n') {
                cursor.problem(start, cursor.position, "a string is not closed on its line");
                return value.build(cursor, cursor.position, false, keys);
            }
            char c = cursor.peek();
            if (c == '"') {
                HclString read = value.build(cursor, cursor.position, false, keys);
                cursor.position++;
                return read;
            }
            if (c == '\\') {
                escape(value);
            } else {
                part(value, depth);
            }
        }
    }

    private void escape(Value value) {
        int start = cursor.position;
        char escaped = cursor.peek(1);
        int digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
        if (digits > 0) {
            int end = Math.min(start + 2 + digits, cursor.text.length());
            int codePoint = hexadecimal(cursor.text.substring(start + 2, end), digits);
            if (codePoint < 0) {
                cursor.problem(start, end, "an escape is not valid");
                value.append('\\', start);
                cursor.position++;
                return;
            }
            for (char c : Character.toChars(codePoint)) {
                value.append(c, start);
            }
            cursor.position = end;
            return;
        }
        switch (escaped) {
            case 'n' -> value.append('\n', start);
            case 'r' -> value.append('\r', start);
            case 't' -> value.append('\t', start);
            case '"', '\\' -> value.append(escaped, start);
            default -> {
                cursor.problem(start, start + 1, "an escape is not valid");
                value.append('\\', start);
                cursor.position++;
                return;
            }
        }
        cursor.position += 2;
    }

    private static int hexadecimal(String text, int digits) {
        int value = 0;
        if (text.length() < digits) {
            return -1;
        }
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || value > 0x10FFFF >> 4) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return Character.isValidCodePoint(value) ? value : -1;
    }

    /** Reads a character, an escaped {@code $$} before a brace, or an interpolation as written. */
    private void part(Value value, int depth) {
        char c = cursor.peek();
        if (c == '$' || c == '%') {
            if (cursor.peek(1) == c && cursor.peek(2) == '{') {
                value.append(c, cursor.position);
                value.append('{', cursor.position + 2);
                cursor.position += 3;
                return;
            }
            if (cursor.peek(1) == '{') {
                int start = cursor.position;
                cursor.position += 2;
                value.literal = false;
                expressions.interpolation(depth + 1);
                for (int i = start; i < cursor.position; i++) {
                    value.append(cursor.text.charAt(i), i);
                }
                return;
            }
        }
        value.append(c, cursor.position++);
    }

    /** Whether a heredoc starts here: {@code <<NAME} or {@code <<-NAME} to the end of the line. */
    boolean atHeredoc() {
        if (!cursor.looksAt("<<")) {
            return false;
        }
        int from = cursor.position + (cursor.peek(2) == '-' ? 3 : 2);
        return from < cursor.text.length()
                && (Character.isUnicodeIdentifierStart(cursor.text.codePointAt(from))
                        || cursor.text.charAt(from) == '_');
    }

    /** Reads a heredoc, leaving the cursor at the end of its last line, before the line break. */
    HclString heredoc(List<String> keys, int depth) {
        int start = cursor.position;
        boolean indented = cursor.peek(2) == '-';
        cursor.position += indented ? 3 : 2;
        int nameStart = cursor.position;
        cursor.skipIdentifier();
        String name = cursor.text.substring(nameStart, cursor.position);
        if (cursor.peek() == '\r') {
            cursor.position++;
        }
        Value value = new Value();
        if (cursor.peek() != '\n') {
            cursor.problem(start, cursor.position, "a heredoc does not start on a line of its own");
            return value.build(cursor, cursor.position, true, keys);
        }
        cursor.position++;
        while (!cursor.atEnd()) {
            int close = closing(name);
            if (close >= 0) {
                HclString read = value.build(cursor, cursor.position, true, keys);
                cursor.position = close;
                return read;
            }
            while (!cursor.atEnd() && cursor.peek() != '\n') {
                part(value, depth);
            }
            if (!cursor.atEnd()) {
                value.append('\n', cursor.position++);
            }
        }
        cursor.problem(start, nameStart + name.length(), "a heredoc is not closed");
        return value.build(cursor, cursor.position, true, keys);
    }

    /** Where the line ends when it is nothing but this name between blanks; else -1. */
    private int closing(String name) {
        int from = cursor.position;
        while (from < cursor.text.length() && (cursor.text.charAt(from) == ' ' || cursor.text.charAt(from) == '\t')) {
            from++;
        }
        if (!cursor.text.startsWith(name, from)) {
            return -1;
        }
        int end = from + name.length();
        int line = end;
        while (line < cursor.text.length()
                && (cursor.text.charAt(line) == ' '
                        || cursor.text.charAt(line) == '\t'
                        || cursor.text.charAt(line) == '\r')) {
            line++;
        }
        return line == cursor.text.length() || cursor.text.charAt(line) == '\n' ? end : -1;
    }
}
