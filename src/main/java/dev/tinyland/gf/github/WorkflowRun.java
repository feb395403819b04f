package dev.tinyland.gf.github;

import java.time.Instant;

/**
 * A run of a workflow.
 *
 * @param status {@code queued}, {@code in_progress}, {@code completed} and others, as GitHub writes them
 * @param conclusion {@code success}, {@code failure}, {@code cancelled} and others; empty until it ended
 * @param title what its page is headed with; a dispatched run is found by it
 * @param page its address for people
 */
public record WorkflowRun(
        long id,
        String status,
        String conclusion,
        String title,
        String headSha,
        int attempt,
        Instant created,
        String page) {
    public boolean ended() {
        return status.equals("completed");
    }
}
