package dev.tinyland.gf.hcl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes expressions, balancing brackets and collecting strings with the object keys above them. */
final class ExpressionReader {
    private static final int DEPTH = 50;

    private final HclCursor cursor;
    private final TemplateReader templates;
    /** For each interpolation being read, the keys of the objects around it. */
    private final Deque<List<String>> keysAround = new ArrayDeque<>();

    private List<HclString> strings = new ArrayList<>();
    private Deque<Bracket> open = new ArrayDeque<>();

    /** A bracket that is open, and in an object the key whose value is being read. */
    private static final class Bracket {
        final char close;
        final int start;

        @Nullable
        String key;

        Bracket(char close, int start) {
            this.close = close;
            this.start = start;
        }
    }

    ExpressionReader(HclCursor cursor) {
        this.cursor = cursor;
        this.templates = new TemplateReader(cursor, this);
    }

    /** Reads the value of an attribute: to the end of the line, or to the brace that closes a block of one line. */
    HclExpression read() {
        strings = new ArrayList<>();
        open = new ArrayDeque<>();
        cursor.skipBlanks();
        int start = cursor.position;
        int end = tokens('\0', 0, start);
        if (end == start) {
            cursor.problem(start, Math.min(start + 1, cursor.text.length()), "a value is missing");
        }
        return new HclExpression(cursor.fragment.slice(start, Math.max(start, end)), strings);
    }

    /** Passes an interpolation after its <code>${</code>, closing brace included. */
    void interpolation(int depth) {
        int start = cursor.position;
        if (depth > DEPTH) {
            cursor.problem(start - 2, start, "interpolations are nested too deeply");
            return;
        }
        Deque<Bracket> outer = open;
        List<String> around = keys();
        open = new ArrayDeque<>();
        keysAround.push(around);
        tokens('}', depth, start);
        keysAround.pop();
        open = outer;
        if (cursor.peek() == '}') {
            cursor.position++;
        } else {
            cursor.problem(start - 2, start, "an interpolation is not closed");
        }
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(keysAround.isEmpty() ? List.of() : keysAround.peek());
        for (var brackets = open.descendingIterator(); brackets.hasNext() && keys.size() < DEPTH; ) {
            String key = brackets.next().key;
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Passes tokens until the end of the expression; gives the end of the last one. */
    private int tokens(char close, int depth, int start) {
        int end = start;
        String last = "";
        boolean lastIsString = false;
        while (true) {
            cursor.skipBlanks();
            if (cursor.atEnd()) {
                break;
            }
            char c = cursor.peek();
            Bracket inner = open.peek();
            if (c == '\n') {
                if (inner == null && close == '\0') {
                    break;
                }
                cursor.position++;
                if (inner != null && inner.close == '}') {
                    inner.key = null;
                }
                continue;
            }
            if (inner == null && (c == close || c == '}')) {
                break;
            }
            boolean string = c == '"';
            if (string) {
                HclString read = templates.quoted(keys(), depth);
                strings.add(read);
                last = read.content().text();
            } else if (templates.atHeredoc()) {
                strings.add(templates.heredoc(keys(), depth));
                last = "";
            } else if (cursor.atIdentifier()) {
                int from = cursor.position;
                cursor.skipIdentifier();
                last = cursor.text.substring(from, cursor.position);
            } else {
                punctuation(c, last, lastIsString);
            }
            lastIsString = string;
            end = cursor.position;
        }
        for (Bracket left : open) {
            cursor.problem(left.start, left.start + 1, "a bracket is not closed");
        }
        return end;
    }

    private void punctuation(char c, String last, boolean lastIsString) {
        Bracket inner = open.peek();
        switch (c) {
            case '(', '[', '{' -> open.push(new Bracket(c == '(' ? ')' : c == '[' ? ']' : '}', cursor.position));
            case ')', ']', '}' -> {
                if (inner != null && inner.close == c) {
                    open.pop();
                } else {
                    cursor.problem(cursor.position, cursor.position + 1, "a bracket closes nothing");
                }
            }
            case '=', ':' -> {
                boolean comparison = c == '=' && (cursor.peek(1) == '=' || cursor.peek(1) == '>');
                if (comparison) {
                    cursor.position++;
                } else if (inner != null && inner.close == '}' && inner.key == null) {
                    inner.key = last;
                    if (lastIsString) {
                        strings.removeLast();
                    }
                }
            }
            case ',' -> {
                if (inner != null) {
                    inner.key = null;
                } else if (keysAround.isEmpty()) {
                    cursor.problem(cursor.position, cursor.position + 1, "the line must end here");
                }
            }
            case '!', '<', '>' -> {
                if (cursor.peek(1) == '=') {
                    cursor.position++;
                }
            }
            case '~' -> {
                // A strip marker of an interpolation; nowhere else.
                if (keysAround.isEmpty()) {
                    cursor.problem(cursor.position, cursor.position + 1, "a character has no meaning here");
                }
            }
            case ';', '\'', '`', '@', '^', '$', '\\' ->
                cursor.problem(cursor.position, cursor.position + 1, "a character has no meaning here");
            default -> {}
        }
        cursor.position++;
    }
}
