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
    private static final String DROPPED = "\\\"'$";

    /**
     * The words of one number.
     *
     * @param words ASCII only, which every name of a host, variable or option is
     * @param whole whether they count only where no ASCII letter or digit stands right before or behind them
     */
    record Entry(Collection<String> words, boolean whole) {}

    /** A whole word that ends in a state. */
    private record Ending(int number, int length) {}

    /** Row by row where each letter leads; rows are as wide as the alphabet. */
    private final int[] next;

    /** Whether some word ends in a state: most texts never come to one. */
    private final boolean[] ending;

    private final BitSet[] ends;
    private final Ending[][] wholeEnds;
    private final BitSet withoutWords = new BitSet();

    /** Lists with a word that may be changed by the quotes of a language: no look at raw text finds them. */
    private final BitSet changeable = new BitSet();

    private final int size;

    Vocabulary(List<Entry> entries) {
        size = entries.size();
        Trie trie = new Trie();
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            withoutWords.set(number, entry.words().isEmpty());
            for (String word : entry.words()) {
                trie.add(word, number, entry.whole());
                if (word.chars().anyMatch(c -> Character.isWhitespace(c) || DROPPED.indexOf(c) >= 0)) {
                    changeable.set(number);
                }
            }
        }
        trie.link();
        next = trie.flat();
        ends = trie.ends.toArray(BitSet[]::new);
        ending = new boolean[ends.length];
        wholeEnds =
                trie.wholeEnds.stream().map(each -> each.toArray(Ending[]::new)).toArray(Ending[][]::new);
        for (int state = 0; state < ends.length; state++) {
            ending[state] = !ends[state].isEmpty() || wholeEnds[state].length > 0;
        }
    }

    /** Whether this is a word that can be looked for: ASCII, and not empty. */
    static boolean isFindable(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c < ALPHABET);
    }

    /** The numbers of the lists that are empty; a set of the caller's own. */
    BitSet withoutWords() {
        return (BitSet) withoutWords.clone();
    }

    /** Adds to {@code found} the numbers of the lists of which this text holds a word. */
    void find(String text, BitSet found) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = c < ALPHABET ? next[state * ALPHABET + c] : 0;
            if (ending[state]) {
                add(text, i, state, Integer.MIN_VALUE, found);
            }
        }
    }

    /**
     * Adds to {@code found} at least the numbers of the lists of which a file holds a word once it is taken apart. YAML and
     * shells only ever take away quotes, backslashes, the {@code $} before a quote, and a line break behind a backslash with
     * the blanks that follow it; so that is taken away here. What names a character by its code is not decoded: a file with
     * such an escape may hold anything.
     */
    void findInRaw(String text, BitSet found) {
        found.or(changeable);
        int state = 0;
        int dropped = Integer.MIN_VALUE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char escaped = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (isCode(text, i + 1, escaped)) {
                    found.set(0, size);
                    return;
                }
                if (escaped == '\n' || escaped == '\r') {
                    i = lastBlankAfterBreak(text, i + 1);
                }
                dropped = i;
                continue;
            }
            if (c == '"' || c == '\'' || (c == '$' && isQuote(text, i + 1))) {
                dropped = i;
                continue;
            }
            state = c < ALPHABET ? next[state * ALPHABET + c] : 0;
            if (ending[state]) {
                add(text, i, state, dropped, found);
            }
        }
    }

    /**
     * Adds the numbers of the words that end here.
     *
     * @param last offset of their last character
     * @param dropped offset of the last character that was taken away
     */
    private void add(String text, int last, int state, int dropped, BitSet found) {
        found.or(ends[state]);
        for (Ending word : wholeEnds[state]) {
            int before = last - word.length();
            // Next to an escape the letter that stands there need not be one: \n.
            boolean byAnEscape = dropped >= before - 1;
            boolean alone = (before < 0 || !isLetterOrDigit(text.charAt(before)))
                    && (last + 1 == text.length() || !isLetterOrDigit(text.charAt(last + 1)));
            if (byAnEscape || alone) {
                found.set(word.number());
            }
        }
    }

    private static int lastBlankAfterBreak(String text, int lineBreak) {
        int last = text.startsWith("\r\n", lineBreak) ? lineBreak + 1 : lineBreak;
        while (last + 1 < text.length() && (text.charAt(last + 1) == ' ' || text.charAt(last + 1) == '\t')) {
            last++;
        }
        return last;
    }

    /** Whether this is the letter of an escape that names a character by its code. */
    private static boolean isCode(String text, int at, char letter) {
        int digits = switch (letter) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits == 0 || at + digits >= text.length()) {
            return false;
        }
        for (int i = at + 1; i <= at + digits; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** The automaton while it is made. */
    private static final class Trie {
        private final List<int[]> next = new ArrayList<>();
        private final List<BitSet> ends = new ArrayList<>();
        private final List<List<Ending>> wholeEnds = new ArrayList<>();

        Trie() {
            node();
        }

        void add(String word, int number, boolean whole) {
            if (!isFindable(word)) {
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
            if (whole) {
                wholeEnds.get(state).add(new Ending(number, word.length()));
            } else {
                ends.get(state).set(number);
            }
        }

        private int node() {
            int[] row = new int[ALPHABET];
            Arrays.fill(row, -1);
            next.add(row);
            ends.add(new BitSet());
            wholeEnds.add(new ArrayList<>());
            return next.size() - 1;
        }

        /** Fills each row with where a text goes on after a mismatch. */
        void link() {
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
                wholeEnds.get(state).addAll(wholeEnds.get(fallback[state]));
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

        /** The rows one after the other; a capital leads where its small letter does. */
        int[] flat() {
            int[] flat = new int[next.size() * ALPHABET];
            for (int state = 0; state < next.size(); state++) {
                for (int letter = 0; letter < ALPHABET; letter++) {
                    flat[state * ALPHABET + letter] = next.get(state)[lower((char) letter)];
                }
            }
            return flat;
        }

        private static int lower(char c) {
            return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        }
    }
}
