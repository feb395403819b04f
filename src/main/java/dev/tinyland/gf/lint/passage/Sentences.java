package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a paragraph into sentences. */
final class Sentences {
    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "vs", "etc", "cf", "approx", "resp", "no", "fig", "ca");

    private Sentences() {}

    /**
     * Where a sentence stands.
     *
     * @param from its first character
     * @param to after its last
     */
    record Range(int from, int to) {

        boolean holds(int offset) {
            return from <= offset && offset < to;
        }
    }

    /**
     * The sentences of a text.
     *
     * @param visible the text in which their ends are looked for, of the same length: code blanked out
     */
    static List<Fragment> of(Fragment text, Fragment visible) {
        return ranges(visible.text()).stream()
                .map(range -> text.slice(range.from(), range.to()))
                .toList();
    }

    static List<Range> ranges(String text) {
        List<Range> found = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsHere(text, i)) {
                add(found, text, start, i + 1);
                start = i + 1;
            }
        }
        add(found, text, start, text.length());
        return found;
    }

    private static boolean endsHere(String text, int at) {
        char c = text.charAt(at);
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && "\"')]*_".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        if (c != '.') {
            return true;
        }
        int word = at;
        while (word > 0 && !Character.isWhitespace(text.charAt(word - 1)) && text.charAt(word - 1) != '(') {
            word--;
        }
        return !ABBREVIATIONS.contains(text.substring(word, at).toLowerCase(Locale.ROOT));
    }

    private static void add(List<Range> found, String text, int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start == to) {
            if (!found.isEmpty()) {
                Range last = found.removeLast();
                found.add(new Range(last.from(), to));
            } else if (from < to) {
                found.add(new Range(from, to));
            }
            return;
        }
        found.add(new Range(found.isEmpty() ? 0 : from, to));
    }
}
