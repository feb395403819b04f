package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.tofu.plan.PlanScope;
import java.util.List;

/**
 * What a judge of a plan may know beside its JSON.
 *
 * @param scope what was left out when it was made
 * @param live Helm releases that live in the cluster, as far as somebody looked
 * @param locks providers that are locked otherwise than on the base branch
 * @param doubts what could not be learnt of all this
 */
public record PlanFacts(PlanScope scope, List<LiveRelease> live, List<LockChange> locks, List<Doubt> doubts) {

    public PlanFacts {
        live = List.copyOf(live);
        locks = List.copyOf(locks);
        doubts = List.copyOf(doubts);
    }

    /** Facts without doubts. */
    public PlanFacts(PlanScope scope, List<LiveRelease> live, List<LockChange> locks) {
        this(scope, live, locks, List.of());
    }

    public static PlanFacts of(PlanScope scope) {
        return new PlanFacts(scope, List.of(), List.of(), List.of());
    }
}
