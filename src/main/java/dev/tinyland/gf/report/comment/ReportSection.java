package dev.tinyland.gf.report.comment;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.RedactedReport;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Redactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The section of a tool, made of its report: findings that block, required checks that did not pass, what to do next,
 * the other findings and checks, and tables the report carries as JSON.
 *
 * <p>Three outputs of a report say what a comment has to carry beside the verdict: {@code plan-created} (an instant),
 * {@code scope} (what the judgement could see) and {@code accepted} (one acceptance a line).
 */
public final class ReportSection {
    public static final String PLAN_CREATED = "plan-created";
    public static final String SCOPE = "scope";
    public static final String ACCEPTED = "accepted";

    private static final List<String> FINDING_HEAD = List.of("id", "subject", "seen", "why, and what to do");
    private static final List<String> CHECK_HEAD = List.of("check", "status", "what", "expected", "seen");

    private ReportSection() {}

    /** Makes the section. Values are redacted here, before they are escaped and the redactor no longer knows them. */
    public static CommentSection of(Report given, Redactor redactor) {
        return of(given, redactor, true);
    }

    /** The same for a tool that shows its tables itself. */
    public static CommentSection withoutTables(Report given, Redactor redactor) {
        return of(given, redactor, false);
    }

    private static CommentSection of(Report given, Redactor redactor, boolean tables) {
        Report report = RedactedReport.of(given, redactor);
        List<String> accepted = report.outputs()
                .getOrDefault(ACCEPTED, "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        List<CommentBlock> blocks = new ArrayList<>();
        blocks.addAll(findings(report, Level.BLOCK, Priority.BLOCKING));
        blocks.addAll(checks(report));
        blocks.addAll(CommentBlock.list(Priority.BLOCKING, "Accepted by the caller, with the reason given:", accepted));
        blocks.addAll(
                CommentBlock.list(report.exitCode() == 0 ? Priority.DETAIL : Priority.REVIEW, "Next:", report.next()));
        blocks.addAll(findings(report, Level.REVIEW, Priority.REVIEW));
        if (tables) {
            report.outputs().forEach((name, value) -> blocks.addAll(JsonTable.blocks(name, value)));
        }
        blocks.addAll(quiet(report));
        return new CommentSection(
                report.tool(),
                report.verdict(),
                report.exitCode(),
                report.subject(),
                Optional.of(
                        instant(report.outputs().getOrDefault(PLAN_CREATED, "")).orElse(report.startedAt())),
                report.outputs().getOrDefault(SCOPE, ""),
                accepted,
                NotProven.by(report.tool()),
                blocks);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<CommentBlock> findings(Report report, Level level, Priority priority) {
        return CommentBlock.table(
                priority,
                FINDING_HEAD,
                rows(report.findings().stream()
                        .filter(each -> each.level() == level)
                        .toList()));
    }

    private static List<List<String>> rows(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        List.of(finding.id(), finding.subject(), finding.observed() + change(finding), advice(finding)))
                .toList();
    }

    private static String change(Finding finding) {
        if (finding.before().isEmpty()) {
            return finding.after().isEmpty() ? "" : " (now " + finding.after() + ")";
        }
        return finding.after().isEmpty()
                ? " (was " + finding.before() + ")"
                : " (" + finding.before() + " → " + finding.after() + ")";
    }

    private static String advice(Finding finding) {
        if (finding.next().isEmpty() || finding.why().isEmpty()) {
            return finding.why() + finding.next();
        }
        boolean ended = finding.why().matches("(?s).*[.!?]\\s*");
        return finding.why().strip() + (ended ? "" : ".") + " Next: " + finding.next();
    }

    private static List<CommentBlock> checks(Report report) {
        List<CommentBlock> blocks = new ArrayList<>();
        blocks.addAll(CommentBlock.table(
                Priority.BLOCKING,
                CHECK_HEAD,
                checkRows(report.checks().stream()
                        .filter(check -> check.required() && !passed(check))
                        .toList())));
        blocks.addAll(CommentBlock.table(
                Priority.REVIEW,
                CHECK_HEAD,
                checkRows(report.checks().stream()
                        .filter(check -> check.status() == Status.WARN)
                        .toList())));
        blocks.addAll(CommentBlock.table(
                Priority.DETAIL,
                CHECK_HEAD,
                checkRows(report.checks().stream()
                        .filter(check -> !check.required() && check.status() != Status.SKIP && !passed(check))
                        .toList())));
        return blocks;
    }

    private static List<CommentBlock> quiet(Report report) {
        List<CommentBlock> blocks = new ArrayList<>();
        List<Finding> information = report.findings().stream()
                .filter(each -> each.level() == Level.INFO)
                .toList();
        blocks.addAll(CommentBlock.foldedTable(
                Priority.DETAIL, information.size() + " findings for information", FINDING_HEAD, rows(information)));
        List<Check> good = report.checks().stream()
                .filter(check -> check.status() == Status.PASS || check.status() == Status.SKIP && !check.required())
                .toList();
        blocks.addAll(CommentBlock.foldedTable(
                Priority.UNCHANGED, good.size() + " checks passed or did not apply", CHECK_HEAD, checkRows(good)));
        return blocks;
    }

    private static boolean passed(Check check) {
        return check.status() == Status.PASS || check.status() == Status.WARN;
    }

    private static List<List<String>> checkRows(List<Check> checks) {
        return checks.stream()
                .map(check ->
                        List.of(check.id(), check.status().name(), check.title(), check.expected(), check.observed()))
                .toList();
    }
}
