package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.helm.PathChange;
import java.util.List;

/**
 * A rule over the whole plan.
 *
 * @param judge what it says
 * @param speaks whether it speaks of a single change
 */
record PlanWide(String id, String title, boolean blocks, Judge judge, Speaks speaks) implements PlanRule {

    /** Judges a plan. */
    @FunctionalInterface
    interface Judge {
        List<Outcome> judge(RunnerPlan plan, PlanContext context);
    }

    /** Whether a change is its business. */
    @FunctionalInterface
    interface Speaks {
        boolean of(PlannedRelease release, PathChange change, PlanContext context);
    }

    static PlanWide of(String id, String title, boolean blocks, Judge judge) {
        return new PlanWide(id, title, blocks, judge, (_, _, _) -> false);
    }

    PlanWide speakingOf(Speaks changes) {
        return new PlanWide(id, title, blocks, judge, changes);
    }

    @Override
    public List<Outcome> judge(RunnerPlan plan, PlanContext context) {
        return judge.judge(plan, context);
    }

    @Override
    public boolean names(PlannedRelease release, PathChange change, PlanContext context) {
        return speaks.of(release, change, context);
    }
}
