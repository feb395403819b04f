package dev.tinyland.gf.lint.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Tells in one pass over a text which of many words it holds, whatever their case: the automaton of Aho and Corasick
 * (1975). Rules ask for some eighty words; asking for one after the other costs more than all the rest of their work.
 */
final class Vocabulary {
    private static final int ALPHABET = 128;

    private final List<int[]> next = new ArrayList<>();
    private final List<BitSet> ends = new ArrayList<>();
    private final BitSet withoutWords = new BitSet();

    /** @param words by number; ASCII only, which every name of a host, variable or option is */
    Vocabulary(List<? extends Collection<String>> words) {
        node();
        for (int number = 0; number < words.size(); number++) {
            withoutWords.set(number, words.get(number).isEmpty());
            for (String word : words.get(number)) {
                add(word, number);
            }
        }
        link();
    }

    /** The numbers of the lists that are empty; a set of the caller's own. */
    BitSet withoutWords() {
        return (BitSet) withoutWords.clone();
    }

    /** Adds to {@code found} the numbers of the lists of which this text holds a word. */
    void find(CharSequence text, BitSet found) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = c < ALPHABET ? next.get(state)[lower(c)] : 0;
            BitSet here = ends.get(state);
            if (!here.isEmpty()) {
                found.or(here);
            }
        }
    }

    private void add(String word, int number) {
        if (word.isEmpty() || word.chars().anyMatch(c -> c >= ALPHABET)) {
            throw new IllegalArgumentException("not a word of ASCII letters: " + word);
        }
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = lower(word.charAt(i));
            if (next.get(state)[letter] < 0) {
                next.get(state)[letter] = node();
            }
            state = next.get(state)[letter];
        }
        ends.get(state).set(number);
    }

    private int node() {
        int[] row = new int[ALPHABET];
        Arrays.fill(row, -1);
        next.add(row);
        ends.add(new BitSet());
        return next.size() - 1;
    }

    /** Fills each row with where a text goes on after a mismatch. */
    private void link() {
        int[] fallback = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int letter = 0; letter < ALPHABET; letter++) {
            int state = next.getFirst()[letter];
            if (state < 0) {
                next.getFirst()[letter] = 0;
            } else {
                open.add(state);
            }
        }
        while (!open.isEmpty()) {
            int state = open.remove();
            ends.get(state).or(ends.get(fallback[state]));
            for (int letter = 0; letter < ALPHABET; letter++) {
                int after = next.get(state)[letter];
                int otherwise = next.get(fallback[state])[letter];
                if (after < 0) {
                    next.get(state)[letter] = otherwise;
                } else {
                    fallback[after] = otherwise;
                    open.add(after);
                }
            }
        }
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
}
