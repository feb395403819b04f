package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/**
 * A runner lane.
 *
 * @param type what its jobs find on the runner
 * @param release its Helm release, where one is known
 * @param nodes nodes its pods may be placed on by name
 * @param pullSecret whether its image needs a pull secret
 * @param environment variables a job of the lane expects
 */
public record Lane(
        Type type, Optional<String> release, List<String> nodes, boolean pullSecret, List<String> environment) {

    public Lane {
        nodes = List.copyOf(nodes);
        environment = List.copyOf(environment);
    }

    /** What jobs find on a runner. */
    public enum Type {
        NIX,
        DOCKER,
        DIND
    }
}
