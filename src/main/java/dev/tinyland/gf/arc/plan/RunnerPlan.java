package dev.tinyland.gf.arc.plan;

import dev.tinyland.gf.arc.plan.PlannedRelease.Role;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import java.util.List;

/**
 * A plan of the runner stack.
 *
 * @param releases every Helm release the plan names, unchanged ones too, in its order
 * @param others resources that are no Helm release
 */
public record RunnerPlan(TofuPlan plan, List<PlannedRelease> releases, List<ResourceChange> others) {

    public RunnerPlan {
        releases = List.copyOf(releases);
        others = List.copyOf(others);
    }

    public List<PlannedRelease> lanes() {
        return releases.stream().filter(release -> release.role() == Role.LANE).toList();
    }

    /** Runners that all lanes may have together before the apply. */
    public Capacity capacityBefore() {
        return Capacity.of(lanes().stream().flatMap(lane -> lane.laneBefore().stream()));
    }

    /** Runners that all lanes may have together after the apply. */
    public Capacity capacityAfter() {
        return Capacity.of(lanes().stream().flatMap(lane -> lane.laneAfter().stream()));
    }

    public List<PlannedRelease> controllers() {
        return releases.stream()
                .filter(release -> release.role() == Role.CONTROLLER)
                .toList();
    }
}
