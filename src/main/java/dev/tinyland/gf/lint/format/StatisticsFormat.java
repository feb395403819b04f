package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often each rule fired, most often first; what does not count is counted apart. */
public final class StatisticsFormat {
    private StatisticsFormat() {}

    public static String render(LintReport report) {
        Map<String, Row> rows = new TreeMap<>();
        for (RootReport root : report.roots()) {
            for (Judged judged : root.result().findings()) {
                rows.computeIfAbsent(judged.finding().rule(), rule -> new Row()).add(judged);
            }
        }
        StringBuilder out = new StringBuilder("Findings by rule:\n");
        rows.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Row> row) -> -row.getValue().counting)
                        .thenComparing(Map.Entry::getKey))
                .forEach(row -> out.append(String.format(
                        Locale.ROOT,
                        "%6d  %-34s %s%n",
                        row.getValue().counting,
                        row.getKey(),
                        row.getValue().words())));
        if (rows.isEmpty()) {
            out.append("     0  nothing was found\n");
        }
        return out.toString();
    }

    private static final class Row {
        private int counting;
        private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        private final Map<Excuse.Kind, Integer> excused = new EnumMap<>(Excuse.Kind.class);

        void add(Judged judged) {
            if (judged.excuse().isPresent()) {
                excused.merge(judged.excuse().get().kind(), 1, Integer::sum);
            } else {
                counting++;
                severities.merge(judged.finding().severity(), 1, Integer::sum);
            }
        }

        String words() {
            List<String> words = new ArrayList<>();
            severities.forEach((severity, count) -> words.add(TextSummary.number(count, severity.word())));
            excused.forEach((kind, count) -> words.add(count + " " + TextSummary.because(kind)));
            return String.join(", ", words);
        }
    }
}
