package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.passage.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The last lines of a run: what was judged and found, what was passed over and why, what to do next. */
final class TextSummary {
    /** Why a run over nothing is not green, and what to do. */
    static final String NOTHING =
            "No file here is of a kind gf-lint judges. In a workflow, check the repository out first"
                    + " (actions/checkout); else name another PATH, or pass --allow-empty if that is expected.";

    private final Style style;

    TextSummary(Style style) {
        this.style = style;
    }

    void append(LintReport report, StringBuilder out) {
        out.append(style.bold(report.verdict().name()))
                .append(": ")
                .append(counts(report))
                .append('\n');
        String passages = passages(report.labelled());
        if (!passages.isEmpty()) {
            out.append("Passed over in these files: ").append(passages).append(".\n");
        }
        String files = files(report.skipped());
        if (!files.isEmpty()) {
            out.append("Files not judged: ").append(files).append(".\n");
        }
        next(report).forEach(line -> out.append(line).append('\n'));
    }

    /** One sentence with everything that was counted. */
    static String counts(LintReport report) {
        List<String> counts = new ArrayList<>();
        report.counts().forEach((severity, count) -> counts.add(number(count, severity.word())));
        String text = number(report.files(), "file") + " judged, " + String.join(", ", counts);
        int hidden = hidden(report);
        if (hidden > 0) {
            text += " (" + hidden + " below --min-severity " + report.minimum().word() + " not shown)";
        }
        for (Excuse.Kind kind : Excuse.Kind.values()) {
            int excused = report.excused(kind);
            if (excused > 0) {
                text += ", " + excused + " " + because(kind);
            }
        }
        return text + ".";
    }

    static String because(Excuse.Kind kind) {
        return switch (kind) {
            case COMMENT -> "suppressed with a reason";
            case BASELINE -> "in the baseline";
            case UNCHANGED -> "on lines that did not change";
        };
    }

    private static int hidden(LintReport report) {
        return report.counts().entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(report.minimum()) > 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static String passages(Map<Label.Kind, Integer> labelled) {
        List<String> parts = new ArrayList<>();
        labelled.forEach((kind, count) -> parts.add(
                switch (kind) {
                    case LEGACY -> number(count, "passage") + " labelled legacy";
                    case ARCHIVE -> number(count, "passage") + " in archives";
                    case COMMENT -> number(count, "comment");
                }));
        return String.join(", ", parts);
    }

    static String files(Map<SkipReason, Integer> skipped) {
        List<String> parts = new ArrayList<>();
        skipped.forEach((reason, count) -> parts.add(reason.description() + " (" + count + ")"));
        return String.join(", ", parts);
    }

    private static List<String> next(LintReport report) {
        if (report.files() == 0) {
            return List.of(NOTHING);
        }
        if (report.shown().isEmpty()) {
            return List.of();
        }
        Finding heaviest = report.shown().stream()
                .map(LintReport.Placed::finding)
                .min(Comparator.comparing(Finding::severity))
                .orElseThrow();
        // Where nobody can start the program, its address stands in its place.
        String explain = report.program().startsWith("https://")
                ? "Next: " + report.program() + "docs/rules/" + heaviest.rule() + ".md shows the rule with examples."
                : "Next: `" + report.program() + " explain " + heaviest.rule() + "` shows the rule with examples.";
        String keep = " A finding that is meant to stay takes a comment `gf-lint: ignore[" + heaviest.rule()
                + "] reason` on its line or the line above.";
        return List.of(heaviest.suppressible() ? explain + keep : explain);
    }

    static String number(int count, String word) {
        return count + " " + (count == 1 ? word : word + "s");
    }

    /** Words of severities for tables. */
    static String heading(Severity severity) {
        return switch (severity) {
            case ERROR -> "Errors";
            case WARNING -> "Warnings";
            case NOTE -> "Notes";
        };
    }
}
