package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Fragment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that label text as a record of the past, found as whole words and not where they are denied. A word inside a
 * name, as in {@code legacy-civo.tfvars}, labels nothing; {@code compatibility-only} does.
 */
public final class LegacyWords {
    private static final Set<String> DENIALS = Set.of("not", "non", "isn't", "never", "aren't", "wasn't");

    /** A sentence that speaks of the page it stands on. */
    private static final Pattern THIS_PAGE = Pattern.compile(
            "\\bthis (?:page|document|documentation|guide|runbook|note|readme|doc|plan|tutorial|file|post|report)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Pattern words;
    private final Pattern banner;

    public LegacyWords(List<String> words) {
        String alternatives = String.join(
                "|",
                words.stream()
                        .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
                        .toList());
        String any = words.isEmpty() ? "(?!)" : "(?:" + alternatives + ")";
        this.words = Pattern.compile(
                "(?:\\b(?:now|long|since|already)-|(?<![\\p{L}\\p{N}_./-]))(?<word>" + any + ")(?:/" + any
                        + ")*(?:-only\\b|(?![\\p{L}\\p{N}_]|[./-][\\p{L}\\p{N}_]))",
                Pattern.CASE_INSENSITIVE);
        // "Status: historical.", "Deprecated since May", "[!WARNING] Legacy page": the label is said of the page
        // itself,
        // not of a thing the page then names.
        this.banner = Pattern.compile(
                "^(?:\\W|\\b(?:note|warning|important|caution|info|tip|danger|status|attention|admonition)\\b)*"
                        + "(?<word>" + any + ")(?![\\p{L}\\p{N}_])"
                        + "(?:\\s+(?:page|document|documentation|guide|runbook|notes?|content|material|reference|plan"
                        + "|only|record))?"
                        + "(?:\\s*(?:[.:;,!)*(\\u2013\\u2014-]|$)|\\s+(?:since|as of|on|in|and|\\d))",
                Pattern.CASE_INSENSITIVE);
    }

    /** The first label in a text. */
    public Optional<Label> in(Fragment text) {
        Matcher matcher = words.matcher(text.text());
        while (matcher.find()) {
            if (!isDenied(text.text(), matcher.start())) {
                return Optional.of(label(text, matcher.start("word"), matcher.end("word")));
            }
        }
        return Optional.empty();
    }

    /** The label of a paragraph at the head of a page that says it of the whole page. */
    public Optional<Label> banner(Fragment paragraph) {
        Matcher matcher = banner.matcher(paragraph.text());
        if (matcher.find()) {
            return Optional.of(label(paragraph, matcher.start("word"), matcher.end("word")));
        }
        for (Fragment sentence : Sentences.of(paragraph, paragraph)) {
            if (THIS_PAGE.matcher(sentence.text()).find()) {
                Optional<Label> found = in(sentence);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Label label(Fragment text, int start, int end) {
        String word = text.text().substring(start, end).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return new Label(Label.Kind.LEGACY, word, text.toSource(start, end));
    }

    /** Whether the word before denies the label, as in "not deprecated". */
    private static boolean isDenied(String text, int start) {
        int end = start;
        while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '-')) {
            end--;
        }
        int from = end;
        while (from > 0 && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '\'')) {
            from--;
        }
        return DENIALS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
    }
}
