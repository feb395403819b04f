package dev.tinyland.gf.arc.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * An EphemeralRunner: one runner for one job. Its pod has its name.
 *
 * @param set name of the AutoscalingRunnerSet it belongs to
 * @param runnerName name under which GitHub knows it, empty before registration
 * @param job whether it says that a job was given to it
 * @param runId id of the workflow run it works for, 0 where it says none
 */
public record Runner(
        String namespace,
        String name,
        String set,
        String phase,
        boolean ready,
        String reason,
        String message,
        String runnerName,
        boolean job,
        long runId,
        Optional<Instant> created) {

    /** Whether it holds a place of the lane's maximum; a failed one does (actions-runner-controller #3700). */
    public boolean holdsPlace() {
        return !phase.equals("Succeeded");
    }
}
