package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the document of a run over one root. */
final class LintDocuments {
    private LintDocuments() {}

    static LintDocument of(LintReport report) {
        if (report.roots().size() != 1) {
            throw new IllegalArgumentException(
                    "a document has one root, not " + report.roots().size());
        }
        RootReport root = report.roots().getFirst();
        LintResult result = root.result();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity.word(), (int) result.count(severity));
        }
        Map<String, Integer> skipped = new LinkedHashMap<>();
        for (SkipReason reason : SkipReason.values()) {
            int count = report.skipped().getOrDefault(reason, 0);
            if (count > 0) {
                skipped.put(reason.word(), count);
            }
        }
        Map<String, Integer> labelled = new LinkedHashMap<>();
        for (Label.Kind kind : Label.Kind.values()) {
            labelled.put(kind.name().toLowerCase(Locale.ROOT), report.labelled().getOrDefault(kind, 0));
        }
        List<LintDocument.Entry> entries = result.findings().stream()
                .filter(judged -> judged.finding().severity().compareTo(report.minimum()) <= 0)
                .map(LintDocuments::entry)
                .toList();
        return new LintDocument(
                LintDocument.SCHEMA,
                "gf-lint",
                report.version(),
                root.root(),
                report.verdict().name(),
                new LintDocument.Summary(result.files(), counts, skipped, labelled, excused(report)),
                entries,
                result.notes());
    }

    private static Map<Excuse.Kind, Integer> excused(LintReport report) {
        Map<Excuse.Kind, Integer> counts = new EnumMap<>(Excuse.Kind.class);
        for (Excuse.Kind kind : Excuse.Kind.values()) {
            counts.put(kind, report.excused(kind));
        }
        return counts;
    }

    private static LintDocument.Entry entry(Judged judged) {
        Finding finding = judged.finding();
        return new LintDocument.Entry(
                finding.rule(),
                finding.severity().word(),
                finding.confidence().word(),
                place(finding.file(), finding.span()),
                finding.message(),
                finding.why(),
                finding.suggestion(),
                finding.witness().map(witness -> new LintDocument.Reached(witness.event(), witness.ref())),
                finding.related().stream().map(LintDocuments::aside).toList(),
                judged.fingerprint(),
                judged.excuse().orElse(null));
    }

    private static LintDocument.Aside aside(Related related) {
        return new LintDocument.Aside(place(related.file(), related.span()), related.message());
    }

    private static LintDocument.Place place(SourceFile file, Span span) {
        Position start = file.position(span.start());
        Position end = file.position(span.end());
        return new LintDocument.Place(file.path(), start.line(), start.column(), end.line(), end.column());
    }
}
