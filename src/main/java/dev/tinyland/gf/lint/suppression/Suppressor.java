package dev.tinyland.gf.lint.suppression;

import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Fix;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Applies the suppression comments of a file to its findings, and judges the comments. */
public final class Suppressor {
    private final RuleSet rules;
    private final RuleInfo bad;
    private final RuleInfo unused;
    private final LocalDate today;
    private final BiPredicate<String, String> runs;

    /**
     * @param bad the rule of comments that cannot count
     * @param unused the rule of comments that silence nothing
     * @param today the day suppressions with a date are held against
     * @param runs whether a rule, by id, is on at a path: a comment for one that is off is not called unused
     */
    public Suppressor(RuleSet rules, RuleInfo bad, RuleInfo unused, LocalDate today, BiPredicate<String, String> runs) {
        this.rules = rules;
        this.bad = bad;
        this.unused = unused;
        this.today = today;
        this.runs = runs;
    }

    /** @param findings all findings of the file, whoever reported them */
    public Suppressed apply(SourceFile file, Surface surface, List<Finding> findings) {
        List<Suppression> comments = SuppressionScanner.scan(file);
        if (comments.isEmpty()) {
            return new Suppressed(Map.of(), List.of());
        }
        Map<Finding, String> reasons = new HashMap<>();
        List<Finding> problems = new ArrayList<>();
        for (Suppression comment : comments) {
            if (comment.problem().isPresent()) {
                problems.add(
                        about(bad, file, surface, comment, comment.problem().get()));
                continue;
            }
            for (String id : comment.rules()) {
                judge(file, surface, comment, id, findings, reasons).ifPresent(problems::add);
            }
        }
        return new Suppressed(reasons, problems);
    }

    private Optional<Finding> judge(
            SourceFile file,
            Surface surface,
            Suppression comment,
            String id,
            List<Finding> findings,
            Map<Finding, String> reasons) {
        if (rules.info(id).isEmpty()) {
            return Optional.of(
                    about(bad, file, surface, comment, "There is no rule `" + id + "`; `gf-lint rules` lists them."));
        }
        List<Finding> meant = findings.stream()
                .filter(finding -> finding.rule().equals(id)
                        && file.lines().lineOf(finding.span().start()) == comment.line())
                .toList();
        if (meant.isEmpty()) {
            boolean off = !runs.test(id, file.path());
            return off
                    ? Optional.empty()
                    : Optional.of(about(
                                    unused,
                                    file,
                                    surface,
                                    comment,
                                    "`" + id + "` finds nothing on line " + comment.line()
                                            + ", so this suppression silences nothing.")
                            .withFix(without(file, comment, id)));
        }
        if (comment.until().filter(today::isAfter).isPresent()) {
            return Optional.of(about(
                    bad,
                    file,
                    surface,
                    comment,
                    "This suppression of `" + id + "` ended on "
                            + comment.until().get() + ", so the finding is back."));
        }
        boolean refused = false;
        for (Finding finding : meant) {
            if (finding.suppressible()) {
                reasons.putIfAbsent(finding, comment.reason());
            } else {
                refused = true;
            }
        }
        return refused
                ? Optional.of(about(
                        bad,
                        file,
                        surface,
                        comment,
                        "`" + id + "` is certain here, and a certain finding of this rule cannot be suppressed."))
                : Optional.empty();
    }

    /** The comment without one id; without its last it goes altogether. Two ids of one comment go one after the other. */
    private static Fix without(SourceFile file, Suppression comment, String id) {
        List<String> others =
                comment.rules().stream().filter(each -> !each.equals(id)).toList();
        if (others.isEmpty()) {
            return Fix.replace(comment.whole(), "");
        }
        int open = file.text().indexOf('[', comment.span().start());
        int close = file.text().indexOf(']', open);
        return Fix.replace(new Span(open + 1, close), String.join(", ", others));
    }

    private static Finding about(RuleInfo rule, SourceFile file, Surface surface, Suppression comment, String message) {
        return new Finding(
                rule.id(),
                rule.severityOn(surface).orElseThrow(),
                Confidence.HIGH,
                file,
                comment.span(),
                message,
                "A comment that looks like a decision and is none hides what the next reader should see.",
                "Repair the comment, or remove it together with what it was meant for.",
                Optional.empty(),
                List.of(),
                true);
    }
}
