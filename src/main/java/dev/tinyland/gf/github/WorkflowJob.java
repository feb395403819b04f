package dev.tinyland.gf.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A job of a run.
 *
 * @param status as GitHub writes it
 * @param conclusion empty until it ended
 * @param labels what its {@code runs-on} asks for
 * @param runner name of the runner that took it; empty while none did
 * @param group name of the runner's group, or empty
 * @param started when it started; GitHub fills it in for a queued job too, so it says nothing about being taken
 */
public record WorkflowJob(
        long id,
        String name,
        String status,
        String conclusion,
        List<String> labels,
        String runner,
        String group,
        Optional<Instant> created,
        Optional<Instant> started,
        Optional<Instant> completed,
        List<Step> steps,
        String page) {

    /** A step, with status and conclusion as GitHub writes them. */
    public record Step(int number, String name, String status, String conclusion) {}

    public WorkflowJob {
        labels = List.copyOf(labels);
        steps = List.copyOf(steps);
    }

    /** Whether it waits for a runner. */
    public boolean waiting() {
        return !status.equals("completed") && runner.isEmpty();
    }
}
