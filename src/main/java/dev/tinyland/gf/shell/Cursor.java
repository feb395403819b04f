package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/** A fragment being read: its masked text and how far it is read. */
final class Cursor {
    final Fragment fragment;
    /** The fragment's text with foreign expressions covered, of equal length. */
    final String text;

    int position;
    int limit;

    Cursor(Fragment fragment) {
        this.fragment = fragment;
        this.text = Masking.mask(fragment.text());
        this.limit = text.length();
    }

    boolean atEnd() {
        return position >= limit;
    }

    /** The character {@code ahead} of the position, or NUL past the end. */
    char peek(int ahead) {
        int at = position + ahead;
        return at < limit ? text.charAt(at) : '\0';
    }

    char peek() {
        return peek(0);
    }

    boolean looksAt(String expected) {
        return position + expected.length() <= limit && text.startsWith(expected, position);
    }

    /** Passes blanks and continued lines. */
    void skipBlanks() {
        while (!atEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r') {
                position++;
            } else if (c == '\\' && peek(1) == '\n') {
                position += 2;
            } else if (c == '\\' && peek(1) == '\r' && peek(2) == '\n') {
                position += 3;
            } else {
                return;
            }
        }
    }

    Fragment slice(int start, int end) {
        return fragment.slice(start, end);
    }

    Span span(int start, int end) {
        return fragment.toSource(start, end);
    }
}
