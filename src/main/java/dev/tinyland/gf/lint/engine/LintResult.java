package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.discovery.Skipped;
import dev.tinyland.gf.lint.passage.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run over one root gave.
 *
 * @param files how many files were judged; unreadable ones count
 * @param findings by path, then place, then rule; suppressed ones included
 * @param skipped files passed over, by path
 * @param labelled how many passages were passed over, by the kind of their label
 * @param notes what the user should know about how the files were found
 * @param failures defects of gf-lint met on the way
 */
public record LintResult(
        int files,
        List<Judged> findings,
        List<Skipped> skipped,
        Map<Label.Kind, Integer> labelled,
        List<String> notes,
        List<Failure> failures) {

    public LintResult {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
        labelled = Map.copyOf(labelled);
        notes = List.copyOf(notes);
        failures = List.copyOf(failures);
    }

    /** The same with further notes. */
    public LintResult withNotes(List<String> further) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(further);
        return new LintResult(files, findings, skipped, labelled, all, failures);
    }

    /** Findings that count, of exactly this severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(judged -> judged.counts() && judged.finding().severity() == severity)
                .count();
    }

    /** Findings that do not count, by what excuses them. */
    public long excused(Excuse.Kind kind) {
        return findings.stream().filter(judged -> judged.excusedBy(kind)).count();
    }

    public long suppressed() {
        return excused(Excuse.Kind.COMMENT);
    }

    /** The same with other findings. */
    public LintResult withFindings(List<Judged> others) {
        return new LintResult(files, others, skipped, labelled, notes, failures);
    }
}
