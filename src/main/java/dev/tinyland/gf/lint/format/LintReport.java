package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.report.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every format prints.
 *
 * @param version version of the tool
 * @param program how the user calls it, for the commands that are suggested; in a job, where nobody can, the address of the
 *     folder its pages are in, with a slash at its end
 * @param minimum findings below this are counted and not shown
 * @param roots at least one, in the order the user named them
 */
public record LintReport(String version, String program, Verdict verdict, Severity minimum, List<RootReport> roots) {

    public LintReport {
        roots = List.copyOf(roots);
    }

    /** A finding with the root it stands below. */
    public record Placed(RootReport root, Judged judged) {

        public Finding finding() {
            return judged.finding();
        }
    }

    /** The findings that are shown: not suppressed, heavy enough. */
    public List<Placed> shown() {
        return roots.stream()
                .flatMap(root -> root.result().findings().stream()
                        .filter(Judged::counts)
                        .filter(judged -> judged.finding().severity().compareTo(minimum) <= 0)
                        .map(judged -> new Placed(root, judged)))
                .toList();
    }

    public int files() {
        return roots.stream().mapToInt(root -> root.result().files()).sum();
    }

    /** Findings that count, shown or not. */
    public Map<Severity, Integer> counts() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(
                    severity,
                    roots.stream()
                            .mapToInt(root -> (int) root.result().count(severity))
                            .sum());
        }
        return counts;
    }

    /** Findings that do not count, by what excuses them. */
    public int excused(Excuse.Kind kind) {
        return roots.stream()
                .mapToInt(root -> (int) root.result().excused(kind))
                .sum();
    }

    /** Passages passed over by the kind of their label; kinds that did not occur are absent. */
    public Map<Label.Kind, Integer> labelled() {
        Map<Label.Kind, Integer> counts = new EnumMap<>(Label.Kind.class);
        roots.forEach(
                root -> root.result().labelled().forEach((kind, count) -> counts.merge(kind, count, Integer::sum)));
        return counts;
    }

    /** Files passed over by reason; reasons that did not occur are absent. */
    public Map<SkipReason, Integer> skipped() {
        Map<SkipReason, Integer> counts = new TreeMap<>();
        roots.forEach(
                root -> root.result().skipped().forEach(skipped -> counts.merge(skipped.reason(), 1, Integer::sum)));
        return counts;
    }
}
