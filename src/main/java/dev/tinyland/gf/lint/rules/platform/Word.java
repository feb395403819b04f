package dev.tinyland.gf.lint.rules.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A whole run of characters in a text.
 *
 * @param start offset of its first character in the text
 * @param end offset after its last character
 */
record Word(String text, int start, int end) {

    /** Runs of letters, digits and underscores: names of variables, resource types, words of prose. */
    static List<Word> identifiers(String text) {
        return runs(text, c -> Character.isLetterOrDigit(c) || c == '_');
    }

    /** Runs that may also hold dots and hyphens, dots at their ends left out: file names, contexts, storage classes. */
    static List<Word> names(String text) {
        return runs(text, c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.').stream()
                .map(Word::withoutOuterDots)
                .filter(word -> !word.text().isEmpty())
                .toList();
    }

    private Word withoutOuterDots() {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '.') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '.') {
            to--;
        }
        return new Word(text.substring(from, to), start + from, start + to);
    }

    private static List<Word> runs(String text, IntPredicate belongs) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!belongs.test(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && belongs.test(text.charAt(end))) {
                end++;
            }
            words.add(new Word(text.substring(at, end), at, end));
            at = end;
        }
        return words;
    }
}
