package dev.tinyland.gf.lint.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Tells in one pass over a text which of many words it holds, whatever their case: the automaton of Aho and Corasick
 * (1975). Rules ask for some eighty words; asking for one after the other costs more than all the rest of their work.
 */
final class Vocabulary {
    private static final int ALPHABET = 128;
    private static final String DROPPED = "\\\"'$";
    private static final byte TAKEN_AWAY = -1;

    /**
     * The words of one number.
     *
     * @param words ASCII only, which every name of a host, variable or option is
     * @param whole whether they count only where no ASCII letter or digit stands right before or behind them
     */
    record Entry(Collection<String> words, boolean whole) {}

    /** A whole word that ends in a state. */
    private record Ending(int number, int length) {}

    /** For each character the column of {@link #next}; 0 for one of no word, a capital as its small letter. */
    private final byte[] columns;

    /** The same, but {@link #TAKEN_AWAY} for what quotes and escapes take away. */
    private final byte[] rawColumns;

    /** How wide a row of {@link #next} is, as the number of bits of a column. */
    private final int width;

    /** Row by row the state where each column leads; the complement of it where some word ends there. */
    private final int[] next;

    private final BitSet[] ends;
    private final Ending[][] wholeEnds;
    private final BitSet withoutWords = new BitSet();

    /** Lists with a word that may be changed by the quotes of a language: no look at raw text finds them. */
    private final BitSet changeable = new BitSet();

    private final int size;

    Vocabulary(List<Entry> entries) {
        size = entries.size();
        Trie trie = new Trie(entries);
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
        columns = trie.columns;
        rawColumns = columns.clone();
        for (int i = 0; i < DROPPED.length(); i++) {
            rawColumns[DROPPED.charAt(i)] = TAKEN_AWAY;
        }
        width = trie.width;
        ends = trie.ends.toArray(BitSet[]::new);
        wholeEnds =
                trie.wholeEnds.stream().map(each -> each.toArray(Ending[]::new)).toArray(Ending[][]::new);
        next = trie.flat(state -> !ends[state].isEmpty() || wholeEnds[state].length > 0);
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
            state = c < ALPHABET ? next[(state << width) + columns[c]] : 0;
            if (state < 0) {
                state = ~state;
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
        int length = text.length();
        byte[] characters = onePerCharacter(text);
        for (int i = 0; i < length; i++) {
            byte c = characters[i];
            int column = c >= 0 ? rawColumns[c] : 0;
            if (column >= 0) {
                state = next[(state << width) + column];
                if (state < 0) {
                    state = ~state;
                    add(text, i, state, dropped, found);
                }
            } else if (c == '\\') {
                char escaped = i + 1 < length ? text.charAt(i + 1) : ' ';
                if (isCode(text, i + 1, escaped)) {
                    found.set(0, size);
                    return;
                }
                if (escaped == '\n' || escaped == '\r') {
                    i = lastBlankAfterBreak(text, i + 1);
                }
                dropped = i;
            } else if (c != '$' || isQuote(text, i + 1)) {
                dropped = i;
            } else {
                // No word that is looked for in raw text has one.
                state = 0;
            }
        }
    }

    /** The text with something else in place of what is not ASCII: an array is looked through in half the time of a text. */
    private static byte[] onePerCharacter(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length == text.length()) {
            return bytes;
        }
        // Of a pair of surrogates one byte was made.
        byte[] characters = new byte[text.length()];
        for (int i = 0; i < characters.length; i++) {
            char c = text.charAt(i);
            characters[i] = c < ALPHABET ? (byte) c : -1;
        }
        return characters;
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
        private final byte[] columns = new byte[ALPHABET];
        private final int width;
        private final List<int[]> next = new ArrayList<>();
        private final List<BitSet> ends = new ArrayList<>();
        private final List<List<Ending>> wholeEnds = new ArrayList<>();

        Trie(List<Entry> entries) {
            byte last = 0;
            for (Entry entry : entries) {
                for (String word : entry.words()) {
                    if (!isFindable(word)) {
                        throw new IllegalArgumentException("not a word of ASCII letters: " + word);
                    }
                    for (int i = 0; i < word.length(); i++) {
                        int letter = lower(word.charAt(i));
                        if (columns[letter] == 0) {
                            columns[letter] = ++last;
                        }
                    }
                }
            }
            for (char capital = 'A'; capital <= 'Z'; capital++) {
                columns[capital] = columns[lower(capital)];
            }
            width = Integer.SIZE - Integer.numberOfLeadingZeros(last);
            node();
        }

        void add(String word, int number, boolean whole) {
            int state = 0;
            for (int i = 0; i < word.length(); i++) {
                int column = columns[word.charAt(i)];
                if (next.get(state)[column] == 0) {
                    next.get(state)[column] = node();
                }
                state = next.get(state)[column];
            }
            if (whole) {
                wholeEnds.get(state).add(new Ending(number, word.length()));
            } else {
                ends.get(state).set(number);
            }
        }

        private int node() {
            next.add(new int[1 << width]);
            ends.add(new BitSet());
            wholeEnds.add(new ArrayList<>());
            return next.size() - 1;
        }

        /** Fills each row with where a text goes on after a mismatch. No word leads back to the first state, which is 0. */
        void link() {
            int[] fallback = new int[next.size()];
            Deque<Integer> open = new ArrayDeque<>();
            for (int state : next.getFirst()) {
                if (state > 0) {
                    open.add(state);
                }
            }
            while (!open.isEmpty()) {
                int state = open.remove();
                ends.get(state).or(ends.get(fallback[state]));
                wholeEnds.get(state).addAll(wholeEnds.get(fallback[state]));
                int[] row = next.get(state);
                int[] otherwise = next.get(fallback[state]);
                for (int column = 1; column < row.length; column++) {
                    int after = row[column];
                    if (after == 0) {
                        row[column] = otherwise[column];
                    } else {
                        fallback[after] = otherwise[column];
                        open.add(after);
                    }
                }
            }
        }

        /** The rows one after the other. */
        int[] flat(IntPredicate ending) {
            int[] flat = new int[next.size() << width];
            for (int state = 0; state < next.size(); state++) {
                int[] row = next.get(state);
                for (int column = 0; column < row.length; column++) {
                    int after = row[column];
                    flat[(state << width) + column] = ending.test(after) ? ~after : after;
                }
            }
            return flat;
        }

        private static int lower(char c) {
            return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
        }
    }
}
