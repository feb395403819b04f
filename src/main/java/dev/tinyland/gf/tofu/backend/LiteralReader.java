package dev.tinyland.gf.tofu.backend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a constant from the text of an expression. A variable, a function, an interpolation is no constant. */
final class LiteralReader {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final int DEPTH = 32;

    private final String text;
    private int position;

    private LiteralReader(String text) {
        this.text = text;
    }

    static Optional<Literal> read(String expression) {
        LiteralReader reader = new LiteralReader(expression.strip());
        Optional<Literal> literal = reader.value(0);
        reader.skipBlanks();
        return reader.position == reader.text.length() ? literal : Optional.empty();
    }

    private Optional<Literal> value(int depth) {
        skipBlanks();
        if (position >= text.length() || depth > DEPTH) {
            return Optional.empty();
        }
        char c = text.charAt(position);
        if (c == '"') {
            return string().map(Literal.Text::new);
        }
        if (c == '[') {
            return tuple(depth);
        }
        if (c == '{') {
            return mapping(depth);
        }
        Optional<String> number = match(NUMBER);
        if (number.isPresent()) {
            return Optional.of(new Literal.Numeral(number.get()));
        }
        return match(WORD).flatMap(word -> switch (word) {
            case "true" -> Optional.of(new Literal.Flag(true));
            case "false" -> Optional.of(new Literal.Flag(false));
            case "null" -> Optional.of(new Literal.Null());
            default -> Optional.empty();
        });
    }

    private Optional<Literal> tuple(int depth) {
        List<Literal> items = new ArrayList<>();
        position++;
        while (true) {
            skipBlanks();
            if (take(']')) {
                return Optional.of(new Literal.Tuple(items));
            }
            Optional<Literal> item = value(depth + 1);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
            skipBlanks();
            if (!take(',') && (position >= text.length() || text.charAt(position) != ']')) {
                return Optional.empty();
            }
        }
    }

    private Optional<Literal> mapping(int depth) {
        Map<String, Literal> entries = new LinkedHashMap<>();
        position++;
        while (true) {
            skipBlanks();
            if (take('}')) {
                return Optional.of(new Literal.Mapping(entries));
            }
            Optional<String> key = position < text.length() && text.charAt(position) == '"' ? string() : match(WORD);
            skipBlanks();
            if (key.isEmpty() || !(take('=') || take(':'))) {
                return Optional.empty();
            }
            Optional<Literal> value = value(depth + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            entries.put(key.get(), value.get());
            skipBlanks();
            take(',');
        }
    }

    private Optional<String> string() {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            switch (c) {
                case '"' -> {
                    return Optional.of(value.toString());
                }
                case '\n' -> {
                    return Optional.empty();
                }
                case '\\' -> {
                    if (!escape(value)) {
                        return Optional.empty();
                    }
                }
                case '$', '%' -> {
                    boolean doubled = text.startsWith(c + "{", position);
                    if (text.startsWith("{", position)) {
                        return Optional.empty();
                    }
                    value.append(c);
                    position += doubled ? 1 : 0;
                }
                default -> value.append(c);
            }
        }
        return Optional.empty();
    }

    private boolean escape(StringBuilder value) {
        if (position >= text.length()) {
            return false;
        }
        char c = text.charAt(position++);
        switch (c) {
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case '"', '\\' -> value.append(c);
            case 'u', 'U' -> {
                int digits = c == 'u' ? 4 : 8;
                String hex = text.substring(position, Math.min(text.length(), position + digits));
                if (!hex.matches("[0-9A-Fa-f]{" + digits + "}")
                        || !Character.isValidCodePoint((int) Long.parseLong(hex, 16))) {
                    return false;
                }
                value.appendCodePoint((int) Long.parseLong(hex, 16));
                position += digits;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group());
    }

    private boolean take(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#' || text.startsWith("//", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", position)) {
                int end = text.indexOf("*/", position + 2);
                position = end < 0 ? text.length() : end + 2;
            } else if (Character.isWhitespace(c)) {
                position++;
            } else {
                return;
            }
        }
    }
}
