package dev.tinyland.gf.lint.baseline;

import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Findings that were there before. They do not count; what is certain and of a protected rule counts all the same.
 *
 * @param entries by path, then rule, then fingerprint
 */
public record Baseline(List<BaselineEntry> entries) {
    private static final int SHOWN = 5;

    public Baseline {
        entries = entries.stream()
                .distinct()
                .sorted(Comparator.comparing(BaselineEntry::path)
                        .thenComparing(BaselineEntry::rule)
                        .thenComparing(BaselineEntry::fingerprint))
                .toList();
    }

    /**
     * The baseline that makes a run clean, as far as one may.
     *
     * @param before what was in the baseline; kept for paths this run says nothing about
     * @param gone whether a path was judged or is no more
     */
    public static Baseline of(LintResult result, Baseline before, Predicate<String> gone) {
        List<BaselineEntry> entries = new ArrayList<>();
        before.entries().stream().filter(entry -> !gone.test(entry.path())).forEach(entries::add);
        // Whatever an older baseline excuses is written again: it is still there.
        result.findings().stream()
                .filter(judged -> !judged.suppressed() && judged.finding().suppressible())
                .map(Baseline::entry)
                .forEach(entries::add);
        return new Baseline(entries);
    }

    private static BaselineEntry entry(Judged judged) {
        return new BaselineEntry(
                judged.finding().rule(),
                judged.finding().file().path(),
                judged.fingerprint(),
                judged.finding().message());
    }

    /**
     * The result in which known findings are excused, with a note on entries that are good for nothing any more.
     *
     * @param name the file, as the user named it
     * @param gone whether a path was judged or is no more
     */
    public LintResult apply(LintResult result, String name, Predicate<String> gone) {
        Set<String> known = new HashSet<>();
        entries.forEach(entry -> known.add(entry.fingerprint()));
        Excuse excuse = new Excuse(Excuse.Kind.BASELINE, "in the baseline " + name);
        Set<String> found = new HashSet<>();
        List<Judged> findings = new ArrayList<>();
        int refused = 0;
        for (Judged judged : result.findings()) {
            found.add(judged.fingerprint());
            boolean listed = known.contains(judged.fingerprint());
            if (listed && judged.finding().suppressible()) {
                findings.add(judged.excused(excuse));
            } else {
                refused += listed ? 1 : 0;
                findings.add(judged);
            }
        }
        List<String> notes = new ArrayList<>();
        List<BaselineEntry> stale = entries.stream()
                .filter(entry -> gone.test(entry.path()) && !found.contains(entry.fingerprint()))
                .toList();
        if (!stale.isEmpty()) {
            notes.add(stale(stale, name));
        }
        if (refused > 0) {
            notes.add("the baseline " + name + " lists " + refused + (refused == 1 ? " finding" : " findings")
                    + " of protected rules that are certain now; these count all the same");
        }
        return result.withFindings(findings).withNotes(notes);
    }

    private static String stale(List<BaselineEntry> stale, String name) {
        TreeMap<String, Integer> places = new TreeMap<>();
        stale.forEach(entry -> places.merge(entry.path() + " [" + entry.rule() + "]", 1, Integer::sum));
        StringBuilder text = new StringBuilder("the baseline ").append(name).append(" has ");
        text.append(stale.size()).append(stale.size() == 1 ? " entry" : " entries");
        text.append(" for findings that are gone: ");
        List<String> shown = places.entrySet().stream()
                .limit(SHOWN)
                .map(place -> place.getKey() + (place.getValue() > 1 ? " x" + place.getValue() : ""))
                .toList();
        text.append(String.join(", ", shown));
        if (places.size() > SHOWN) {
            text.append(", and ").append(places.size() - SHOWN).append(" places more");
        }
        return text.append("; write it anew with --write-baseline ")
                .append(name)
                .toString();
    }
}
