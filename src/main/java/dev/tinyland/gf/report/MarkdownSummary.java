package dev.tinyland.gf.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Renders a report as the Markdown of a step summary: verdict, findings with the blocking ones first, checks with the
 * failed ones first, what to run next. It is cut between rows, from the end, and says what was left out.
 */
public final class MarkdownSummary {
    /** The runner drops a summary of more than 1 MiB whole; this keeps a distance. */
    public static final int LARGEST = 900 * 1024;

    private static final int CLOSING = 512;

    private MarkdownSummary() {}

    /** Renders with sections of the tool's own after the findings; one that does not fit is left out whole. */
    public static String render(Report report, List<String> sections) {
        return render(report, sections, LARGEST);
    }

    /**
     * Renders with another limit.
     *
     * @param largest most UTF-8 bytes of the result, at least 4096
     */
    public static String render(Report report, List<String> sections, int largest) {
        List<String> blocks = new ArrayList<>();
        blocks.add(heading(report));
        blocks.addAll(next(report));
        blocks.addAll(findings(report));
        List<String> own =
                sections.stream().map(section -> "\n" + section + "\n").toList();
        blocks.addAll(own);
        blocks.addAll(checks(report));
        blocks.addAll(outputs(report));

        StringBuilder text = new StringBuilder();
        int size = 0;
        int left = blocks.size();
        for (String block : blocks) {
            int length = Utf8.length(block);
            if (size + length > largest - CLOSING) {
                if (own.contains(block)) {
                    // A long section must not take the checks with it.
                    continue;
                }
                break;
            }
            text.append(block);
            size += length;
            left--;
        }
        if (left > 0) {
            text.append("\n\n**")
                    .append(left)
                    .append(" lines are left out here**; `report.json` in the report folder holds all of them.\n");
        }
        return text.toString();
    }

    private static String heading(Report report) {
        String sign = report.exitCode() == ExitCode.ACCEPTABLE.code() ? "✅" : "❌";
        StringBuilder text = new StringBuilder()
                .append("### ")
                .append(sign)
                .append(' ')
                .append(report.tool())
                .append(": ")
                .append(report.verdict())
                .append("\n\n");
        if (!report.subject().isEmpty()) {
            text.append(MarkdownText.plain(report.subject())).append(". ");
        }
        text.append("Exit ").append(report.exitCode());
        if (!report.failureReason().isEmpty()) {
            text.append(" (").append(MarkdownText.code(report.failureReason())).append(")");
        }
        return text.append(", ")
                .append(report.duration().toMillis())
                .append(" ms.\n")
                .toString();
    }

    private static List<String> next(Report report) {
        List<String> lines = new ArrayList<>();
        for (String next : report.next()) {
            lines.add((lines.isEmpty() ? "\nNext:\n\n" : "") + "- " + MarkdownText.plain(next) + "\n");
        }
        return lines;
    }

    private static List<String> findings(Report report) {
        List<Finding> sorted = report.findings().stream()
                .sorted(Comparator.comparing(Finding::level))
                .toList();
        List<String> rows = new ArrayList<>();
        for (Finding finding : sorted) {
            String change = finding.before().isEmpty() && finding.after().isEmpty()
                    ? finding.observed()
                    : finding.observed() + " (" + finding.before() + " → " + finding.after() + ")";
            String why = finding.why() + (finding.next().isEmpty() ? "" : ". Next: " + finding.next());
            rows.add(row(
                    finding.id(),
                    finding.level().name(),
                    MarkdownText.cell(finding.subject()),
                    MarkdownText.cell(change),
                    MarkdownText.cell(why)));
        }
        return table("| id | level | subject | seen | why, and what to do |\n|---|---|---|---|---|\n", rows);
    }

    private static List<String> checks(Report report) {
        List<String> rows = report.checks().stream()
                .sorted(Comparator.comparingInt(check -> weight(check.status())))
                .map(check -> row(
                        check.id(),
                        check.status() + (check.required() ? "" : " (not required)"),
                        MarkdownText.cell(check.title()),
                        MarkdownText.cell(check.expected()),
                        MarkdownText.cell(check.observed())))
                .collect(Collectors.toCollection(ArrayList::new));
        return table("| check | status | what | expected | seen |\n|---|---|---|---|---|\n", rows);
    }

    private static List<String> outputs(Report report) {
        List<String> rows = report.outputs().entrySet().stream()
                .filter(output -> !output.getValue().isEmpty())
                .map(output -> row(output.getKey(), MarkdownText.cell(output.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        return table("| output | value |\n|---|---|\n", rows);
    }

    private static List<String> table(String head, List<String> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        rows.set(0, "\n" + head + rows.getFirst());
        return rows;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static int weight(Status status) {
        return switch (status) {
            case FAIL -> 0;
            case UNKNOWN -> 1;
            case SKIP -> 2;
            case WARN -> 3;
            case PASS -> 4;
        };
    }
}
