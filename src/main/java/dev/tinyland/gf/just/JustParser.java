package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads justfiles line by line after the grammar of the project (github.com/casey/just, GRAMMAR.md). It never throws; a line
 * it does not understand is passed over.
 */
public final class JustParser {
    private final Fragment fragment;
    private final String text;
    private final List<JustAssignment> assignments = new ArrayList<>();
    private final List<JustRecipe> recipes = new ArrayList<>();
    private final List<Fragment> comments = new ArrayList<>();
    private List<Fragment> attributes = new ArrayList<>();
    private int position;

    private JustParser(Fragment fragment) {
        this.fragment = fragment;
        this.text = fragment.text();
    }

    public static JustFile parse(Fragment text) {
        JustParser parser = new JustParser(text);
        while (parser.position < parser.text.length()) {
            parser.readLine();
        }
        return new JustFile(parser.assignments, parser.recipes, parser.comments);
    }

    private void readLine() {
        int start = position;
        int end = logicalEnd(start);
        position = Math.min(end + 1, text.length());
        String line = text.substring(start, end);
        if (line.isBlank()) {
            return;
        }
        char first = line.charAt(0);
        if (first == '#') {
            comments.add(fragment.slice(start, trimmed(start, end)));
        } else if (first == '[') {
            int close = line.lastIndexOf(']');
            attributes.add(fragment.slice(start + 1, close > 0 ? start + close : trimmed(start, end)));
        } else if (first != ' ' && first != '\t') {
            readItem(start, end);
        }
    }

    private int trimmed(int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    /** The end of the line, or of the last one that an open bracket, an open string or a backslash joins to it. */
    private int logicalEnd(int start) {
        int level = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' && level <= 0) {
                return i;
            }
            if (c == '#') {
                int newline = text.indexOf('\n', i);
                i = newline < 0 ? text.length() : newline;
                continue;
            }
            if (c == '\'' || c == '"' || c == '`') {
                i = afterQuote(i, c);
                continue;
            }
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            } else if (c == '(' || c == '{') {
                level++;
            } else if (c == ')' || c == '}') {
                level--;
            }
            i++;
        }
        return text.length();
    }

    private int afterQuote(int open, char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean block = text.startsWith(three, open);
        String close = block ? three : String.valueOf(quote);
        int i = open + close.length();
        while (i < text.length()) {
            if (text.startsWith(close, i)) {
                return i + close.length();
            }
            i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
        }
        // Not closed anywhere: an apostrophe in a line this parser does not know.
        return open + 1;
    }

    private void readItem(int start, int end) {
        int assign = outside(start, end, ":=");
        if (assign >= 0) {
            readAssignment(start, assign, end);
            attributes = new ArrayList<>();
            return;
        }
        int colon = outside(start, end, ":");
        if (colon >= 0) {
            readRecipe(start, colon, end);
        } else if (text.startsWith("set ", start) && trimmed(start, end) > start + 4) {
            // "set export" alone switches a setting on.
            Fragment name = fragment.slice(start + 4, trimmed(start, end));
            assignments.add(new JustAssignment("set", name, empty(end)));
        }
    }

    private JustExpression empty(int at) {
        return new JustExpression(fragment.slice(at, at), List.of(), List.of());
    }

    /** Where this token first stands outside strings and brackets; -1 if nowhere. */
    private int outside(int start, int end, String token) {
        int level = 0;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '#') {
                return -1;
            }
            if (c == '\'' || c == '"' || c == '`') {
                i = afterQuote(i, c);
                continue;
            }
            if (level == 0 && text.startsWith(token, i)) {
                return i;
            }
            if (c == '(') {
                level++;
            } else if (c == ')') {
                level--;
            }
            i++;
        }
        return -1;
    }

    private void readAssignment(int start, int assign, int end) {
        int nameEnd = trimmed(start, assign);
        String head = text.substring(start, nameEnd);
        int space = head.lastIndexOf(' ');
        String kind = space < 0 ? "" : head.substring(0, space).strip();
        Fragment name = fragment.slice(start + space + 1, nameEnd);
        assignments.add(new JustAssignment(kind, name, expression(assign + 2, end)));
    }

    private JustExpression expression(int start, int end) {
        int from = start;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new ExpressionReader(fragment.slice(from, Math.max(from, trimmed(start, end)))).read();
    }

    private void readRecipe(int start, int colon, int end) {
        int nameStart = text.charAt(start) == '@' ? start + 1 : start;
        int nameEnd = nameStart;
        while (nameEnd < colon && isNamePart(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (nameEnd == nameStart) {
            return;
        }
        List<JustAssignment> parameters = parameters(nameEnd, colon);
        List<Fragment> dependencies = dependencies(colon + 1, end);
        int bodyStart = position;
        int bodyEnd = bodyStart;
        int next = bodyStart;
        while (next < text.length()) {
            int newline = text.indexOf('\n', next);
            int lineEnd = newline < 0 ? text.length() : newline + 1;
            boolean blank = text.substring(next, lineEnd).isBlank();
            if (!blank && text.charAt(next) != ' ' && text.charAt(next) != '\t') {
                break;
            }
            next = lineEnd;
            bodyEnd = blank ? bodyEnd : lineEnd;
        }
        position = next;
        Fragment body = JustBody.read(fragment.slice(bodyStart, bodyEnd));
        recipes.add(new JustRecipe(
                fragment.slice(nameStart, nameEnd),
                parameters,
                dependencies,
                attributes,
                body,
                JustBody.interpreter(body.text()),
                fragment.toSource(nameStart, Math.max(trimmed(start, end), bodyEnd))));
        attributes = new ArrayList<>();
    }

    private static boolean isNamePart(char c) {
        return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private List<JustAssignment> parameters(int start, int end) {
        List<JustAssignment> parameters = new ArrayList<>();
        int i = start;
        while (i < end) {
            if (!isNamePart(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < end && isNamePart(text.charAt(i))) {
                i++;
            }
            Fragment name = fragment.slice(from, i);
            JustExpression value = empty(i);
            if (i < end && text.charAt(i) == '=') {
                int valueStart = i + 1;
                i = valueEnd(valueStart, end);
                value = expression(valueStart, i);
            }
            parameters.add(new JustAssignment("", name, value));
        }
        return parameters;
    }

    private int valueEnd(int start, int end) {
        int level = 0;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"' || c == '`') {
                i = Math.min(afterQuote(i, c), end);
                continue;
            }
            if (level == 0 && Character.isWhitespace(c)) {
                return i;
            }
            level += c == '(' ? 1 : c == ')' ? -1 : 0;
            i++;
        }
        return end;
    }

    /** Names after the colon; in {@code (name "argument")} the first word of the bracket. */
    private List<Fragment> dependencies(int start, int end) {
        List<Fragment> names = new ArrayList<>();
        int level = 0;
        boolean named = false;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '#') {
                comments.add(fragment.slice(i, trimmed(i, end)));
                return names;
            }
            if (c == '\'' || c == '"' || c == '`') {
                i = Math.min(afterQuote(i, c), end);
            } else if (isNamePart(c)) {
                int from = i;
                while (i < end && (isNamePart(text.charAt(i)) || text.charAt(i) == ':')) {
                    i++;
                }
                if (level == 0 || !named) {
                    names.add(fragment.slice(from, i));
                    named = true;
                }
            } else {
                if (c == '(') {
                    level++;
                    named = false;
                } else if (c == ')') {
                    level--;
                }
                i++;
            }
        }
        return names;
    }
}
