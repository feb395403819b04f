package dev.tinyland.gf.lint.changes;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.Map;
import java.util.Optional;

/**
 * What changed since a revision. A finding counts where one of its lines changed, or a line it refers to, or a line beside
 * a removed one. A certain finding of a protected rule counts in every file that changed at all: taking a guard out of a
 * workflow changes other lines than the push it guarded.
 *
 * @param files the changed lines by path; a path that is absent did not change
 */
public record Changes(String revision, Map<String, Lines> files) {

    public Changes {
        files = Map.copyOf(files);
    }

    /** The result in which findings elsewhere are excused. */
    public LintResult limit(LintResult result) {
        Excuse excuse = new Excuse(Excuse.Kind.UNCHANGED, "its lines did not change since " + revision);
        return result.withFindings(result.findings().stream()
                .map(judged -> touches(judged.finding()) ? judged : judged.excused(excuse))
                .toList());
    }

    private boolean touches(Finding finding) {
        if (!finding.suppressible() && files.containsKey(finding.file().path())) {
            return true;
        }
        return touches(finding.file(), finding.span())
                || finding.related().stream().anyMatch(this::touches);
    }

    private boolean touches(Related related) {
        return touches(related.file(), related.span());
    }

    private boolean touches(SourceFile file, Span span) {
        int last = span.isEmpty() ? span.start() : span.end() - 1;
        return Optional.ofNullable(files.get(file.path()))
                .filter(lines -> lines.touch(
                        file.lines().lineOf(span.start()), file.lines().lineOf(last)))
                .isPresent();
    }
}
