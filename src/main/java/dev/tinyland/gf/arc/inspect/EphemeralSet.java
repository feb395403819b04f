package dev.tinyland.gf.arc.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * An EphemeralRunnerSet: what makes the runners of a lane.
 *
 * @param set name of the AutoscalingRunnerSet it belongs to
 */
public record EphemeralSet(
        String namespace, String name, String set, int replicas, String phase, Optional<Instant> created) {}
