package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.helm.PathChange;
import java.util.List;

/** One rule. Rules AP03, AP05, AP06, AP07, AP08, AP12 and AP13 judge what stands after the apply; all others what changes. */
public interface PlanRule {

    String id();

    /** What it looks for, in a few words. */
    String title();

    /** Whether a verdict that is not {@code BLOCK} rests on it. */
    boolean blocks();

    List<Outcome> judge(RunnerPlan plan, PlanContext context);

    /** Whether it speaks of this change, so that no other rule has to. */
    default boolean names(PlannedRelease release, PathChange change, PlanContext context) {
        return false;
    }
}
