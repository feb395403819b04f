package dev.tinyland.gf.arc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.report.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Real plans with one thing changed, for both generations of the Helm provider. */
final class MutationTable {

    /**
     * A changed plan.
     *
     * @param rules exactly the rules that speak; AP13 is left out where the images name no release
     */
    record Mutation(
            String line, String what, String start, String verdict, Set<String> rules, Consumer<MutatedPlan> edit) {
        @Override
        public String toString() {
            return line + ": " + what;
        }

        /**
         * Judges it and compares what it gets with what it deserves.
         *
         * @param hidden what nothing that is said may show
         */
        void judge(String... hidden) {
            MutatedPlan mutated = MutatedPlan.of(line, start);
            edit.accept(mutated);
            RunnerPlan plan = mutated.read();
            PlanJudgement judgement = PlanJudgement.of(plan, RealPlanTests.context(), List.of());
            Set<String> ids = new TreeSet<>(judgement.findings().stream()
                    .filter(finding -> !finding.id().equals("AP13"))
                    .map(Finding::id)
                    .toList());
            assertEquals(
                    verdict + " " + rules,
                    ArcPlanVerdict.of(plan, judgement).name() + " " + ids,
                    () -> what + ": " + judgement.findings());
            for (String secret : hidden) {
                assertFalse(judgement.toString().contains(secret), "what is hidden is shown");
            }
        }
    }

    private final List<Mutation> rows = new ArrayList<>();

    /** Begins with the plan in which nothing changes. */
    void row(String what, String verdict, String rules, Consumer<MutatedPlan> edit) {
        from("no-changes", what, verdict, rules, edit);
    }

    void from(String start, String what, String verdict, String rules, Consumer<MutatedPlan> edit) {
        Set<String> ids = new TreeSet<>(Arrays.asList(rules.split(" ")));
        ids.remove("");
        for (String line : List.of("helm-2.17", "helm-3.1")) {
            rows.add(new Mutation(line, what, start, verdict, ids, edit));
        }
    }

    List<Mutation> rows() {
        return List.copyOf(rows);
    }
}
