package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.state.StateLocation;
import java.time.Duration;
import java.util.Optional;

/**
 * What to look at, and how closely.
 *
 * @param rounds how often each list is asked; stores that lie often do so every other time
 * @param interval between two rounds
 * @param writeProof an id of this run, when it is to be proved that the store keeps what it is given (checks C10 and C11,
 *     before an apply only): the object {@code .gf-probe/<id>} is written and removed. Without it nothing is written.
 */
public record GuardRequest(StateLocation location, int rounds, Duration interval, Optional<String> writeProof) {

    public GuardRequest {
        if (rounds < 2) {
            throw new IllegalArgumentException("one round cannot disagree with itself");
        }
        writeProof.ifPresent(id -> {
            if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw new IllegalArgumentException("the id of a write proof is part of a key");
            }
        });
    }

    /** Before a plan: three rounds, nothing is written. */
    public static GuardRequest reading(StateLocation location) {
        return new GuardRequest(location, 3, Duration.ofMillis(300), Optional.empty());
    }

    /** Before an apply: the same, and the write proof. */
    public static GuardRequest proving(StateLocation location, String runId) {
        return new GuardRequest(location, 3, Duration.ofMillis(300), Optional.of(runId));
    }
}
