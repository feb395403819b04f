package dev.tinyland.gf.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders a report for a terminal: the checks as a table, findings and next commands as lines, the verdict last. */
public final class TerminalReport {
    private static final int WIDEST_TITLE = 46;

    /** A longer table hides what failed among what passed. */
    private static final int MOST_CHECKS = 16;

    /** So many checks skipped for the same reason stand in one line: a wall of them hides the one that failed. */
    private static final int FOLDED_FROM = 3;

    /** Fewer passed checks are in nobody's way. */
    private static final int APART_FROM = 6;

    private TerminalReport() {}

    /**
     * A report for a log in which lines can be folded.
     *
     * @param open what everybody must see: each check that did not pass, every finding, the verdict, what to do next
     * @param passed the checks that passed, one a line; empty where they are few and stand in {@code open}
     * @param count how many passed
     */
    public record Parts(String open, String passed, int count) {}

    /**
     * Renders a report.
     *
     * @param color whether escape sequences may be used
     */
    public static String render(Report report, boolean color) {
        return String.join("\n", open(report, report.checks(), color)) + "\n";
    }

    /** The same with the checks that passed apart. */
    public static Parts parts(Report report, boolean color) {
        List<Check> passed = report.checks().stream()
                .filter(check -> check.status() == Status.PASS)
                .toList();
        if (passed.size() < APART_FROM) {
            return new Parts(render(report, color), "", passed.size());
        }
        List<Check> others = report.checks().stream()
                .filter(check -> check.status() != Status.PASS)
                .toList();
        List<String> lines = new ArrayList<>();
        addChecks(lines, passed, passed, color);
        return new Parts(
                String.join("\n", open(report, others, color)) + "\n", String.join("\n", lines) + "\n", passed.size());
    }

    private static List<String> open(Report report, List<Check> checks, boolean color) {
        List<String> lines = new ArrayList<>();
        List<Check> shown = checks;
        if (shown.size() > MOST_CHECKS) {
            List<Check> silent =
                    shown.stream().filter(TerminalReport::saysNothing).toList();
            shown = shown.stream().filter(check -> !saysNothing(check)).toList();
            if (!silent.isEmpty()) {
                lines.add(paint(pad("PASS", 7), Status.PASS, color) + "  "
                        + silent.stream().map(Check::id).collect(Collectors.joining(" ")));
            }
        }
        addChecks(lines, shown, checks, color);
        for (Finding finding : report.findings()) {
            lines.add(paint(pad(finding.level().name(), 7), finding.level(), color) + "  " + finding.id() + "  "
                    + oneLine(finding.subject()) + ": " + oneLine(finding.observed()));
            addIndented(lines, finding.why());
            addIndented(lines, finding.next());
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        boolean green = report.exitCode() == ExitCode.ACCEPTABLE.code();
        String reason = report.failureReason().isEmpty() ? "" : ", " + report.failureReason();
        String verdict = report.tool() + ": " + report.verdict() + " (exit " + report.exitCode() + reason + ")";
        lines.add(color ? (green ? "\u001b[32m" : "\u001b[31m") + verdict + "\u001b[0m" : verdict);
        report.next().forEach(next -> lines.add("  next: " + oneLine(next)));
        return lines;
    }

    private static void addChecks(List<String> lines, List<Check> shown, List<Check> aligned, boolean color) {
        int idWidth = widest(aligned.stream().map(Check::id).toList());
        int titleWidth =
                Math.min(WIDEST_TITLE, widest(aligned.stream().map(Check::title).toList()));
        Map<String, List<Check>> unreached =
                shown.stream().filter(TerminalReport::unreached).collect(Collectors.groupingBy(Check::observed));
        Set<String> folded = new HashSet<>();
        for (Check check : shown) {
            List<Check> alike =
                    unreached(check) ? unreached.getOrDefault(check.observed(), List.of()) : List.<Check>of();
            if (alike.size() >= FOLDED_FROM) {
                if (folded.add(check.observed())) {
                    lines.add(paint(pad("SKIP", 7), Status.SKIP, color) + "  "
                            + alike.stream().map(Check::id).collect(Collectors.joining(" ")) + "  "
                            + oneLine(check.observed()));
                }
                continue;
            }
            String status = paint(pad(check.status().name(), 7), check.status(), color);
            String line = status + "  " + pad(check.id(), idWidth) + "  " + pad(check.title(), titleWidth) + "  "
                    + oneLine(check.observed());
            lines.add(line.stripTrailing());
            boolean explain =
                    !check.expected().isEmpty() && check.status() != Status.PASS && check.status() != Status.SKIP;
            if (explain) {
                lines.add(" ".repeat(9 + idWidth + 2) + "expected: " + oneLine(check.expected()));
            }
        }
    }

    /** A required check that was skipped was not reached, and so was a detail that says so; others tell a fact. */
    private static boolean unreached(Check check) {
        return check.status() == Status.SKIP
                && (check.required() || check.observed().startsWith("not reached"));
    }

    private static boolean saysNothing(Check check) {
        return check.status() == Status.PASS && check.observed().isEmpty();
    }

    private static void addIndented(List<String> lines, String text) {
        if (!text.isBlank()) {
            lines.add("         " + oneLine(text));
        }
    }

    private static String paint(String text, Status status, boolean color) {
        if (!color) {
            return text;
        }
        return switch (status) {
            case PASS -> "\u001b[32m" + text + "\u001b[0m";
            case FAIL, UNKNOWN -> "\u001b[31m" + text + "\u001b[0m";
            case WARN -> "\u001b[33m" + text + "\u001b[0m";
            case SKIP -> "\u001b[2m" + text + "\u001b[0m";
        };
    }

    private static String paint(String text, Level level, boolean color) {
        if (!color) {
            return text;
        }
        return switch (level) {
            case BLOCK -> "\u001b[31m" + text + "\u001b[0m";
            case REVIEW -> "\u001b[33m" + text + "\u001b[0m";
            case INFO -> "\u001b[36m" + text + "\u001b[0m";
        };
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** Control characters would let what was seen write on the terminal, and direction marks would turn it around. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\R+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
