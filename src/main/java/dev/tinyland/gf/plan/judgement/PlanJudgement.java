package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.plan.judgement.JudgedResource.Weight;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.tofu.plan.PlanCheck;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import dev.tinyland.gf.tofu.plan.PlanScope;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a plan does.
 *
 * @param resources every resource the plan speaks of, heaviest first, then by address
 * @param drift what was changed outside OpenTofu
 * @param outputs values of outputs that differ, by {@code NAME} or {@code NAME.path}
 * @param dangers by class, then by subject
 * @param doubts what a class of danger could not judge
 */
public record PlanJudgement(
        TofuPlan plan,
        PlanScope scope,
        PlanCounts counts,
        List<JudgedResource> resources,
        List<JudgedResource> drift,
        List<AttributeChange> outputs,
        List<Danger> dangers,
        List<Doubt> doubts) {

    public PlanJudgement {
        resources = List.copyOf(resources);
        drift = List.copyOf(drift);
        outputs = List.copyOf(outputs);
        dangers = List.copyOf(dangers);
        doubts = List.copyOf(doubts);
    }

    /** Whether applying changes a resource or an output, or moves or imports something. */
    public boolean hasChanges() {
        return plan.changesAnything() || resources.stream().anyMatch(JudgedResource::isImported);
    }

    /** How many of the updates in place change nothing that matters. */
    public int churnUpdates() {
        return (int) resources.stream().filter(JudgedResource::isChurn).count();
    }

    /** Whether everything the plan does is such an update. */
    public boolean isChurnOnly() {
        return churnUpdates() > 0
                && resources.stream()
                        .allMatch(judged -> judged.isChurn()
                                || judged.weight() == Weight.UNTOUCHED
                                || judged.weight() == Weight.READ);
    }

    /** Whether there was no managed resource before and something is created: new, or a state that cannot be seen. */
    public boolean looksGreenfield() {
        List<JudgedResource> managed =
                resources.stream().filter(JudgedResource::isManaged).toList();
        return !plan.hasManagedPrior()
                && managed.stream()
                        .anyMatch(judged -> judged.resource().change().creates())
                && managed.stream()
                        .noneMatch(judged -> judged.resource().change().before().isObject());
    }

    /** Why the plan does not speak of everything, one clause each; empty for a plan that, as far as is known, does. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (plan.errored()) {
            gaps.add("planning failed half-way; what is here is only a part and cannot be applied");
        }
        scope.targets()
                .filter(targets -> !targets.isEmpty())
                .ifPresent(targets -> gaps.add("it was limited to " + String.join(", ", targets) + " (-target)"));
        scope.excludes()
                .filter(excludes -> !excludes.isEmpty())
                .ifPresent(excludes -> gaps.add("it leaves out " + String.join(", ", excludes) + " (-exclude)"));
        if (scope.refresh().filter(done -> !done).isPresent()) {
            gaps.add("the live objects were not looked at (-refresh=false)");
        }
        Set<String> unmentioned = plan.unmentioned();
        if (!unmentioned.isEmpty()) {
            gaps.add("it does not speak of " + unmentioned.size() + " managed "
                    + (unmentioned.size() == 1 ? "resource" : "resources") + " of the state: "
                    + unmentioned.stream().limit(3).collect(Collectors.joining(", "))
                    + (unmentioned.size() > 3 ? " and " + (unmentioned.size() - 3) + " more" : ""));
        }
        if (!plan.configuredOutputs().isEmpty() && plan.outputChanges().isEmpty() && !plan.errored()) {
            gaps.add("it does not speak of the outputs that the stack declares");
        }
        return gaps;
    }

    /** Whether it must not be called whole. */
    public boolean isPartial() {
        return !gaps().isEmpty();
    }

    /** Resources whose planned actions are not known here. What an apply does with them nobody can say. */
    public List<String> notUnderstood() {
        return resources.stream()
                .filter(judged -> judged.resource().action() == PlannedAction.UNKNOWN)
                .map(JudgedResource::address)
                .toList();
    }

    public List<PlanCheck> failedChecks() {
        return plan.checks().stream().filter(PlanCheck::failed).toList();
    }

    /** The classes of danger that the plan hits. */
    public Set<DangerClass> hit() {
        return dangers.stream().map(Danger::danger).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The classes that the plan hits among those that fail a run. */
    public Set<DangerClass> failing(Set<DangerClass> failOn) {
        Set<DangerClass> failing = new TreeSet<>(hit());
        failing.retainAll(failOn);
        return failing;
    }

    /** Whether a class of danger could not be looked at as a whole: other doubts are about one resource each. */
    public boolean isUnseen(DangerClass danger) {
        return danger == DangerClass.PROVIDER && doubts.stream().anyMatch(doubt -> doubt.danger() == danger);
    }

    /** Dangers and doubts as findings of a report; those of a class that fails the run block. */
    public List<Finding> findings(Set<DangerClass> failOn) {
        List<Finding> findings = new ArrayList<>();
        for (Danger danger : dangers) {
            findings.add(danger.finding(failOn.contains(danger.danger()) ? Level.BLOCK : Level.REVIEW));
        }
        doubts.forEach(doubt -> findings.add(doubt.finding()));
        for (String address : notUnderstood()) {
            findings.add(Finding.of(
                    "TP-ACTIONS",
                    Level.BLOCK,
                    address,
                    "its planned actions are not known here",
                    "nobody can say what an apply would do with it",
                    "use a version of these tools that knows this OpenTofu"));
        }
        for (PlanCheck check : failedChecks()) {
            findings.add(Finding.of(
                    "TP-CHECK",
                    Level.REVIEW,
                    check.address(),
                    (check.status().equals("fail") ? "the check failed" : "the check could not be evaluated")
                            + (check.problems().isEmpty() ? "" : ": " + String.join("; ", check.problems())),
                    "OpenTofu only warns of a failed check, and applies all the same",
                    "mend what the check looks at before applying"));
        }
        for (JudgedResource judged : resources) {
            List<String> strayed =
                    judged.release().map(ReleaseComparison::strayed).orElse(List.of());
            if (!strayed.isEmpty()) {
                findings.add(Finding.of(
                        "TP-DRIFT",
                        Level.REVIEW,
                        judged.address(),
                        "the live release has other values than the state says, at " + some(strayed),
                        "somebody ran helm by hand; the provider does not refresh values, so no plan shows it",
                        "find out who did it and why before applying"));
            }
        }
        for (JudgedResource changed : drift) {
            findings.add(Finding.of(
                    "TP-DRIFT",
                    Level.REVIEW,
                    changed.address(),
                    changed.resource().change().destroys()
                            ? "was removed outside OpenTofu"
                            : "was changed outside OpenTofu",
                    "the plan undoes it or builds on it, without anybody having said which",
                    "find out who did it and why before applying"));
        }
        return findings;
    }

    /**
     * Each danger class as a check, and whether every action is understood: where one is not, a required check is UNKNOWN, and
     * no verdict on the plan may be green.
     */
    public List<Check> checks(Set<DangerClass> failOn) {
        List<Check> checks = new ArrayList<>();
        List<String> foreign = notUnderstood();
        checks.add(Check.required(
                "TP-ACTIONS",
                "every planned action is known here",
                foreign.isEmpty() ? Status.PASS : Status.UNKNOWN,
                "actions of plan format 1.2",
                foreign.isEmpty() ? "" : "not known: " + some(foreign)));
        for (DangerClass danger : DangerClass.values()) {
            List<String> subjects = dangers.stream()
                    .filter(one -> one.danger() == danger)
                    .map(Danger::subject)
                    .distinct()
                    .toList();
            List<String> open = doubts.stream()
                    .filter(one -> one.danger() == danger)
                    .map(Doubt::subject)
                    .distinct()
                    .toList();
            boolean fails = failOn.contains(danger);
            Status status = !subjects.isEmpty()
                    ? (fails ? Status.FAIL : Status.WARN)
                    : open.isEmpty() ? Status.PASS : isUnseen(danger) ? Status.UNKNOWN : Status.WARN;
            String observed =
                    !subjects.isEmpty() ? some(subjects) : open.isEmpty() ? "" : "cannot be judged: " + some(open);
            checks.add(
                    fails
                            ? Check.required(danger.id(), "no danger of class " + danger.word(), status, "", observed)
                            : Check.optional(danger.id(), "no danger of class " + danger.word(), status, "", observed));
        }
        return checks;
    }

    /** The step outputs that follow from the plan alone. */
    public Map<String, String> outputValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("has-changes", Boolean.toString(hasChanges()));
        values.put("adds", Integer.toString(counts.adds()));
        values.put("changes", Integer.toString(counts.changes()));
        values.put("destroys", Integer.toString(counts.destroys()));
        values.put("replaces", Integer.toString(counts.replaces()));
        values.put("moves", Integer.toString(counts.moves()));
        values.put("imports", Integer.toString(counts.imports()));
        values.put("forgets", Integer.toString(counts.forgets()));
        values.put("churn-only", Integer.toString(churnUpdates()));
        values.put("danger-classes", hit().stream().map(DangerClass::word).collect(Collectors.joining(",")));
        return values;
    }

    private static String some(List<String> subjects) {
        return subjects.size() <= 3
                ? String.join(", ", subjects)
                : String.join(", ", subjects.subList(0, 3)) + " and " + (subjects.size() - 3) + " more";
    }
}
