package dev.tinyland.gf.arc.plan;

import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import java.util.List;
import java.util.Optional;

/**
 * A Helm release in a plan.
 *
 * @param before the release before, empty when it is created
 * @param after the release after, empty when it is destroyed
 * @param values values that differ; on creation every value
 * @param attributes attributes beside the values that differ, such as {@code timeout}
 */
public record PlannedRelease(
        ResourceChange resource,
        Role role,
        Optional<HelmRelease> before,
        Optional<HelmRelease> after,
        List<PathChange> values,
        List<String> attributes) {

    /** What a release is to the runner stack. */
    public enum Role {
        LANE,
        CONTROLLER,
        OTHER
    }

    public PlannedRelease {
        values = List.copyOf(values);
        attributes = List.copyOf(attributes);
    }

    public String address() {
        return resource.address();
    }

    public PlannedAction action() {
        return resource.action();
    }

    /** What people call it: the label of a lane, the release's name otherwise; the name before a change of it. */
    public String subject() {
        return before.or(() -> after)
                .map(release -> role == Role.LANE ? new LaneValues(release).label() : release.name())
                .orElse(address());
    }

    /** The lane's label after the apply, or before it where the plan does not say or the lane goes. */
    public String label() {
        return laneAfter()
                .filter(LaneValues::labelKnown)
                .or(this::laneBefore)
                .or(this::laneAfter)
                .map(LaneValues::label)
                .orElse(releaseName());
    }

    /** The Helm release's name. */
    public String releaseName() {
        return after.or(() -> before).map(HelmRelease::name).orElse("");
    }

    public Optional<LaneValues> laneBefore() {
        return before.filter(_ -> role == Role.LANE).map(LaneValues::new);
    }

    public Optional<LaneValues> laneAfter() {
        return after.filter(_ -> role == Role.LANE).map(LaneValues::new);
    }

    public boolean isNew() {
        return action() == PlannedAction.CREATE;
    }

    /** Whether the release stands before and after, and is touched. */
    public boolean isChanged() {
        return before.isPresent() && after.isPresent() && action().changes();
    }

    /** Whether the release stands before and not after. */
    public boolean isRemoved() {
        return action().destroys() && after.isEmpty();
    }
}
