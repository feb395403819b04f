package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Text being read, with the comments and problems met on the way. */
final class HclCursor {
    private static final int PROBLEMS = 20;

    final Fragment fragment;
    final String text;
    final List<HclComment> comments = new ArrayList<>();
    final List<HclProblem> problems = new ArrayList<>();
    int position;

    HclCursor(Fragment fragment) {
        this.fragment = fragment;
        this.text = fragment.text();
    }

    boolean atEnd() {
        return position >= text.length();
    }

    char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : '\0';
    }

    char peek() {
        return peek(0);
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, position);
    }

    void problem(int start, int end, String message) {
        if (problems.size() < PROBLEMS) {
            problems.add(new HclProblem(fragment.toSource(start, Math.max(start, end)), message));
        }
    }

    /** Passes blanks and comments; a line comment leaves its line break. */
    void skipBlanks() {
        while (!atEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || (c == '\r' && peek(1) == '\n')) {
                position++;
            } else if (c == '#' || (c == '/' && peek(1) == '/')) {
                int start = position;
                while (!atEnd() && peek() != '\n') {
                    position++;
                }
                comment(start, position > start && text.charAt(position - 1) == '\r' ? position - 1 : position);
            } else if (c == '/' && peek(1) == '*') {
                int start = position;
                int end = text.indexOf("*/", start + 2);
                if (end < 0) {
                    problem(start, start + 2, "a comment is not closed");
                }
                position = end < 0 ? text.length() : end + 2;
                comment(start, position);
            } else {
                return;
            }
        }
    }

    void skipBlankLines() {
        skipBlanks();
        while (!atEnd() && peek() == '\n') {
            position++;
            skipBlanks();
        }
    }

    private void comment(int start, int end) {
        int before = start - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        comments.add(new HclComment(fragment.slice(start, end), before < 0 || text.charAt(before) == '\n'));
    }

    boolean atIdentifier() {
        return !atEnd() && (Character.isUnicodeIdentifierStart(text.codePointAt(position)) || peek() == '_');
    }

    /** Passes an identifier; HCL allows hyphens in it. */
    void skipIdentifier() {
        while (!atEnd()) {
            int codePoint = text.codePointAt(position);
            if (!Character.isUnicodeIdentifierPart(codePoint) && codePoint != '-' && codePoint != '_') {
                return;
            }
            position += Character.charCount(codePoint);
        }
    }

    void skipLine() {
        while (!atEnd() && peek() != '\n') {
            position++;
        }
    }
}
