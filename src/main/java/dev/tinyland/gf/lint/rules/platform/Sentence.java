package dev.tinyland.gf.lint.rules.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence of prose, or a line of other text.
 *
 * @param start offset of its first character in the text
 */
record Sentence(String text, int start) {

    /** Cuts at full stops, question and exclamation marks before a blank, at semicolons and at empty lines. */
    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsAt(text, i)) {
                sentences.add(new Sentence(text.substring(start, i + 1), start));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            sentences.add(new Sentence(text.substring(start), start));
        }
        return sentences;
    }

    private static boolean endsAt(String text, int at) {
        char c = text.charAt(at);
        boolean last = at + 1 == text.length();
        return switch (c) {
            case '.', '!', '?' -> last || Character.isWhitespace(text.charAt(at + 1));
            case ';' -> true;
            case '\n' -> !last && text.charAt(at + 1) == '\n';
            default -> false;
        };
    }

    /** Whether one of these words stands in it as a whole word, whatever its case. */
    boolean says(String... words) {
        List<String> present = Word.identifiers(text).stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .toList();
        for (String word : words) {
            if (present.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it contains a phrase with no letter or digit against its ends, whatever its case and its white space. */
    boolean saysPhrase(String phrase) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String wanted = phrase.toLowerCase(Locale.ROOT);
        int at = plain.indexOf(wanted);
        while (at >= 0) {
            int end = at + wanted.length();
            boolean open = at == 0 || !Character.isLetterOrDigit(plain.charAt(at - 1));
            boolean closed = end == plain.length() || !Character.isLetterOrDigit(plain.charAt(end));
            if (open && closed) {
                return true;
            }
            at = plain.indexOf(wanted, at + 1);
        }
        return false;
    }
}
