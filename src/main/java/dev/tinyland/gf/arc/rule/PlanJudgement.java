package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all rules say of a plan.
 *
 * @param checks each rule once
 * @param findings blocking ones first, by rule and subject
 * @param undecided whether a rule that blocks could not judge
 * @param unusedAcceptances acceptances that no finding answered to
 */
public record PlanJudgement(
        List<Check> checks, List<Finding> findings, boolean undecided, List<Acceptance> unusedAcceptances) {

    public PlanJudgement {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        unusedAcceptances = List.copyOf(unusedAcceptances);
    }

    public static PlanJudgement of(RunnerPlan plan, PlanContext context, List<Acceptance> acceptances) {
        List<Check> checks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Acceptance> unused = new ArrayList<>(acceptances);
        boolean undecided = false;
        for (PlanRule rule : PlanRules.all()) {
            List<Finding> ruleFindings = new ArrayList<>();
            List<String> open = new ArrayList<>();
            for (Outcome outcome : rule.judge(plan, context)) {
                switch (outcome) {
                    case Outcome.Found found -> ruleFindings.add(accepted(found, acceptances, unused));
                    case Outcome.Undecided(String subject, String observed, String next) -> {
                        open.add(subject + ": " + observed);
                        ruleFindings.add(new Finding(
                                rule.id(),
                                rule.blocks() ? Level.REVIEW : Level.INFO,
                                subject,
                                "cannot be judged: " + observed,
                                "",
                                "",
                                "what cannot be seen is not called good",
                                next));
                    }
                }
            }
            undecided |= rule.blocks() && !open.isEmpty();
            checks.add(check(rule, ruleFindings, open));
            findings.addAll(ruleFindings);
        }
        findings.sort(
                Comparator.comparing(Finding::level).thenComparing(Finding::id).thenComparing(Finding::subject));
        return new PlanJudgement(checks, findings, undecided, unused);
    }

    public boolean has(Level level) {
        return findings.stream().anyMatch(finding -> finding.level() == level);
    }

    private static Finding accepted(Outcome.Found found, List<Acceptance> acceptances, List<Acceptance> unused) {
        Finding finding = found.finding();
        Optional<Acceptance> acceptance =
                acceptances.stream().filter(one -> one.covers(found)).findFirst();
        if (acceptance.isEmpty() || finding.level() == Level.INFO) {
            return finding;
        }
        unused.remove(acceptance.get());
        return new Finding(
                finding.id(),
                Level.INFO,
                finding.subject(),
                finding.observed() + " (" + finding.level() + " accepted: "
                        + acceptance.get().reason() + ")",
                finding.before(),
                finding.after(),
                finding.why(),
                "");
    }

    private static Check check(PlanRule rule, List<Finding> findings, List<String> open) {
        Status status;
        String observed;
        if (findings.stream().anyMatch(finding -> finding.level() == Level.BLOCK)) {
            status = Status.FAIL;
            observed = count(findings, Level.BLOCK);
        } else if (!open.isEmpty()) {
            status = Status.UNKNOWN;
            observed = String.join("; ", open);
        } else if (findings.stream().anyMatch(finding -> finding.level() == Level.REVIEW)) {
            status = Status.WARN;
            observed = count(findings, Level.REVIEW);
        } else {
            status = Status.PASS;
            observed = findings.isEmpty() ? "" : count(findings, Level.INFO);
        }
        return rule.blocks()
                ? Check.required(rule.id(), rule.title(), status, "", observed)
                : Check.optional(rule.id(), rule.title(), status, "", observed);
    }

    private static String count(List<Finding> findings, Level level) {
        List<String> subjects = findings.stream()
                .filter(finding -> finding.level() == level)
                .map(Finding::subject)
                .distinct()
                .toList();
        return subjects.size() <= 3
                ? String.join(", ", subjects)
                : String.join(", ", subjects.subList(0, 3)) + " and " + (subjects.size() - 3) + " more";
    }
}
