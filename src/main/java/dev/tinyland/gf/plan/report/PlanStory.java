package dev.tinyland.gf.plan.report;

import dev.tinyland.gf.plan.judgement.Danger;
import dev.tinyland.gf.plan.judgement.JudgedResource;
import dev.tinyland.gf.plan.judgement.JudgedResource.Weight;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences that both renderers tell, in one wording. Not yet redacted. */
final class PlanStory {
    private final PlanJudgement judgement;
    private final ReportFacts facts;

    PlanStory(PlanJudgement judgement, ReportFacts facts) {
        this.judgement = judgement;
        this.facts = facts;
    }

    /** As OpenTofu counts, with what it does not say: moves, and updates that change nothing. */
    String counts() {
        PlanCounts counts = judgement.counts();
        List<String> parts = new ArrayList<>();
        if (counts.imports() > 0) {
            parts.add(counts.imports() + " to import");
        }
        parts.add(counts.adds() + " to add");
        int churn = judgement.churnUpdates();
        parts.add(counts.changes() + " to change" + (churn > 0 ? " (" + churn + " churn-only)" : ""));
        parts.add(counts.destroys() + " to destroy"
                + (counts.replaces() > 0
                        ? " (" + counts.replaces() + (counts.replaces() == 1 ? " is" : " are")
                                + " replaced, counted in both)"
                        : ""));
        if (counts.forgets() > 0) {
            parts.add(counts.forgets() + " to forget");
        }
        if (counts.moves() > 0) {
            parts.add(counts.moves() + " moved");
        }
        return String.join(", ", parts);
    }

    /** The first sentence. A plan that is not whole is never said to change nothing. */
    String headline() {
        String stack = facts.stack().isEmpty() ? "Plan" : "Plan of " + facts.stack();
        if (judgement.hasChanges() || !judgement.outputs().isEmpty()) {
            boolean outputsAlone = judgement.counts().equals(new PlanCounts(0, 0, 0, 0, 0, 0, 0))
                    && !judgement.outputs().isEmpty();
            return stack + ": " + (outputsAlone ? "only outputs change" : counts());
        }
        return judgement.isPartial() ? stack + ": no changes in the part that was planned" : stack + ": no changes";
    }

    /** What has to be known before a number of the plan is believed. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (judgement.isPartial()) {
            warnings.add("This plan is incomplete: " + String.join("; ", judgement.gaps()) + ".");
        }
        if (!facts.alive().isEmpty()) {
            warnings.add(facts.alive().size() + " of the objects this plan would create "
                    + (facts.alive().size() == 1 ? "lives" : "live")
                    + " already. The state was lost or cannot be seen; applying this makes a second set or fails"
                    + " half-way.");
        } else if (judgement.looksGreenfield()) {
            warnings.add("There is no managed resource in the state, and everything is created. A state that cannot be"
                    + " seen looks exactly like this.");
        }
        if (!judgement.notUnderstood().isEmpty()) {
            warnings.add(judgement.notUnderstood().size()
                    + " planned actions are of a kind not known here; nobody can say what an apply would do.");
        }
        return warnings;
    }

    /** Facts of the plan, one line. */
    String circumstances() {
        List<String> parts = new ArrayList<>();
        parts.add(judgement.scope().text());
        if (!judgement.plan().tofuVersion().isEmpty()) {
            parts.add("OpenTofu " + judgement.plan().tofuVersion());
        }
        facts.circumstances().forEach((name, value) -> parts.add(name + ": " + value));
        return String.join("; ", parts);
    }

    /** Resources that are to be told of, heaviest group first. */
    Map<Weight, List<JudgedResource>> groups() {
        Map<Weight, List<JudgedResource>> groups = new EnumMap<>(Weight.class);
        for (JudgedResource judged : judgement.resources()) {
            if (judged.weight() != Weight.UNTOUCHED) {
                groups.computeIfAbsent(judged.weight(), _ -> new ArrayList<>()).add(judged);
            }
        }
        return groups;
    }

    int untouched() {
        return (int) judgement.resources().stream()
                .filter(judged -> judged.isManaged() && judged.weight() == Weight.UNTOUCHED)
                .count();
    }

    /** Words of the dangers of each resource, by address. */
    Map<String, String> dangers() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Danger danger : judgement.dangers()) {
            List<String> of = words.computeIfAbsent(danger.subject(), _ -> new ArrayList<>());
            if (!of.contains(danger.danger().word())) {
                of.add(danger.danger().word());
            }
        }
        return words.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(", ", entry.getValue())));
    }
}
