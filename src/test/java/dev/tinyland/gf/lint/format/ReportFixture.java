package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Witness;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.discovery.Skipped;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with one finding of every shape the formats have to draw. */
final class ReportFixture {
    static final SourceFile WORKFLOW = new SourceFile(".github/workflows/ci.yml", """
        name: ci
        on:
          pull_request:
          push:
        jobs:
          build:
            runs-on: tinyland-nix
            steps:
              - uses: actions/checkout@v4
              - name: build
                run: nix build
              - name: push
                run: |
                  set -eu
                  attic push cache \\
                    result-one \\
                    result-two
        """);
    static final SourceFile ACTION = new SourceFile("push/action.yml", "runs:\n  using: composite\n  steps: []\n");
    static final SourceFile PAGE = new SourceFile(
            "docs/a page, old: 100%.md",
            "# 日本語のページ\n\n\tuse 日本 `attic push` now\n::set-output name=a::b \u001b[31m \u202egnp.exe\n");

    private ReportFixture() {}

    static LintReport report() {
        List<Judged> findings = new ArrayList<>();
        findings.add(judged(
                finding(
                        "attic-push-on-pull-request",
                        Severity.ERROR,
                        Confidence.HIGH,
                        WORKFLOW,
                        of(WORKFLOW, "attic push cache \\\n            result-one \\\n            result-two"),
                        "`attic push` is reached on pull_request.",
                        Optional.of(new Witness("pull_request", "refs/pull/1/merge")),
                        List.of(
                                new Related(WORKFLOW, of(WORKFLOW, "pull_request:"), "this event starts it"),
                                new Related(WORKFLOW, of(WORKFLOW, "name: push"), "no condition stands in this step"),
                                new Related(ACTION, of(ACTION, "steps: []"), "and none in the action"))),
                Optional.empty()));
        findings.add(judged(
                finding(
                        "retired-endpoint",
                        Severity.WARNING,
                        Confidence.MEDIUM,
                        PAGE,
                        of(PAGE, "attic push"),
                        "A page, with a comma: 100% certain.",
                        Optional.empty(),
                        List.of()),
                Optional.empty()));
        findings.add(judged(
                finding(
                        "hostile-text",
                        Severity.NOTE,
                        Confidence.HIGH,
                        PAGE,
                        of(PAGE, "\u202egnp"),
                        "This line hides its direction \u001b[31m.",
                        Optional.empty(),
                        List.of()),
                Optional.empty()));
        findings.add(judged(
                finding(
                        "unreadable-file",
                        Severity.ERROR,
                        Confidence.HIGH,
                        new SourceFile("broken.yml", ""),
                        Span.at(0),
                        "This file is not UTF-8.",
                        Optional.empty(),
                        List.of()),
                Optional.empty()));
        findings.add(judged(
                finding(
                        "retired-endpoint",
                        Severity.WARNING,
                        Confidence.HIGH,
                        WORKFLOW,
                        of(WORKFLOW, "nix build"),
                        "Silenced.",
                        Optional.empty(),
                        List.of()),
                Optional.of("kept for the repair path")));
        LintResult result = new LintResult(
                7,
                findings,
                List.of(
                        new Skipped("CHANGELOG.md", SkipReason.CHANGELOG),
                        new Skipped("go.sum", SkipReason.LOCK_FILE),
                        new Skipped("package-lock.json", SkipReason.LOCK_FILE)),
                Map.of(Label.Kind.LEGACY, 3, Label.Kind.COMMENT, 1),
                List.of("git could not list this work tree (dubious ownership)"),
                List.of());
        return new LintReport(
                "1.2.3",
                "gf lint",
                LintVerdict.FINDINGS,
                Severity.NOTE,
                List.of(new RootReport(".", "", "sub/", result)));
    }

    static Finding finding(
            String rule,
            Severity severity,
            Confidence confidence,
            SourceFile file,
            Span span,
            String message,
            Optional<Witness> witness,
            List<Related> related) {
        return new Finding(
                rule,
                severity,
                confidence,
                file,
                span,
                message,
                "Decision: publication is quarantined.",
                "Set `push-cache: \"false\"`.",
                witness,
                related,
                true);
    }

    static Span of(SourceFile file, String text) {
        int at = file.text().indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(text);
        }
        return new Span(at, at + text.length());
    }

    private static Judged judged(Finding finding, Optional<String> suppression) {
        return new Judged(
                finding,
                "0123456789abcdef0123456789abcdef",
                suppression.map(reason -> new Excuse(Excuse.Kind.COMMENT, reason)));
    }
}
