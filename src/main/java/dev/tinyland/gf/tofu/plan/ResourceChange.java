package dev.tinyland.gf.tofu.plan;

import java.util.Optional;

/**
 * One entry of {@code resource_changes} or {@code resource_drift}; address and deposed key together are unique.
 *
 * @param previousAddress where the resource was before a move
 * @param deposed key of a deposed object
 * @param reason OpenTofu's word for why, as in {@code delete_because_no_resource_config}
 */
public record ResourceChange(
        String address,
        Optional<String> previousAddress,
        ResourceMode mode,
        String type,
        String name,
        String provider,
        Optional<String> deposed,
        Change change,
        Optional<String> reason) {

    public PlannedAction action() {
        return change.action();
    }

    /** Whether applying it changes the cluster or the state; a data source that goes changes neither. */
    public boolean changesAnything() {
        boolean managed =
                mode == ResourceMode.MANAGED || mode == ResourceMode.UNKNOWN || action() == PlannedAction.UNKNOWN;
        return managed && (action().changes() || isMoved() || change.importing().isPresent());
    }

    public boolean isMoved() {
        return previousAddress.filter(previous -> !previous.equals(address)).isPresent();
    }
}
