package dev.tinyland.gf.report;

import dev.tinyland.gf.secret.Redactor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Redacts a report value by value, before a renderer escapes the values and the redactor no longer knows them. */
public final class RedactedReport {
    private RedactedReport() {}

    public static Report of(Report report, Redactor redactor) {
        Map<String, String> outputs = new LinkedHashMap<>();
        report.outputs().forEach((name, value) -> outputs.put(name, redactor.redact(value)));
        return new Report(
                report.tool(),
                report.version(),
                report.verdict(),
                report.exitCode(),
                report.failureReason(),
                report.startedAt(),
                report.duration(),
                redactor.redact(report.subject()),
                report.checks().stream().map(check -> redacted(check, redactor)).toList(),
                report.findings().stream()
                        .map(finding -> redacted(finding, redactor))
                        .toList(),
                outputs,
                report.next().stream().map(redactor::redact).toList());
    }

    private static Check redacted(Check check, Redactor redactor) {
        return new Check(
                check.id(),
                check.title(),
                check.status(),
                check.required(),
                redactor.redact(check.expected()),
                redactor.redact(check.observed()),
                check.duration(),
                check.evidence());
    }

    private static Finding redacted(Finding finding, Redactor redactor) {
        return new Finding(
                finding.id(),
                finding.level(),
                redactor.redact(finding.subject()),
                redactor.redact(finding.observed()),
                redactor.redact(finding.before()),
                redactor.redact(finding.after()),
                redactor.redact(finding.why()),
                redactor.redact(finding.next()));
    }
}
