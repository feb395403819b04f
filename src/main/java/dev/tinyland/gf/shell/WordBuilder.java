package dev.tinyland.gf.shell;

import java.util.Arrays;

/** Collects the value of a word, each character with its place. */
final class WordBuilder {
    private final Cursor cursor;
    private final int start;
    private final StringBuilder value = new StringBuilder();
    private int[] offsets = new int[16];
    private boolean literal = true;
    private boolean quoted;
    private boolean expression;

    WordBuilder(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position;
    }

    /** Takes the original character of this place. */
    void take(int position) {
        append(cursor.fragment.text().charAt(position), position);
        if (cursor.text.charAt(position) == Masking.FILLER) {
            expression = true;
            literal = false;
        }
    }

    void append(char c, int position) {
        if (value.length() + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[value.length()] = position;
        value.append(c);
    }

    /** Takes an expansion or substitution as it is written. */
    void takeExpansion(int from, int to) {
        literal = false;
        for (int i = from; i < to; i++) {
            take(i);
        }
    }

    void markQuoted() {
        quoted = true;
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    boolean isQuoted() {
        return quoted;
    }

    int start() {
        return start;
    }

    CharSequence value() {
        return value;
    }

    ShellWord build() {
        var raw = cursor.slice(start, cursor.position);
        if (raw.text().contentEquals(value)) {
            return new ShellWord(raw, raw, literal, quoted, expression);
        }
        int[] used = Arrays.copyOf(offsets, value.length() + 1);
        used[value.length()] = value.isEmpty() ? cursor.position : used[value.length() - 1] + 1;
        return new ShellWord(raw, cursor.fragment.decode(value.toString(), used), literal, quoted, expression);
    }
}
