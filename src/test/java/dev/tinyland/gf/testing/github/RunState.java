package dev.tinyland.gf.testing.github;

import java.util.Arrays;
import java.util.List;

/**
 * What a run looks like at one moment; a script is a list of these, one for each time its jobs are asked for, the last
 * one for ever.
 *
 * @param conclusion empty until it ended
 */
public record RunState(String status, String conclusion, List<Job> jobs) {

    /**
     * A job at that moment.
     *
     * @param runner name of the runner that took it, or empty
     * @param steps as {@code name=conclusion}
     */
    public record Job(
            String name,
            String status,
            String conclusion,
            List<String> labels,
            String runner,
            String group,
            List<String> steps) {}

    public static RunState queued(String lane) {
        return new RunState("queued", "", List.of(new Job("canary", "queued", "", List.of(lane), "", "", List.of())));
    }

    public static RunState running(String lane, String runner, String group) {
        return new RunState(
                "in_progress",
                "",
                List.of(new Job("canary", "in_progress", "", List.of(lane), runner, group, List.of())));
    }

    public static RunState ended(String lane, String runner, String group, String conclusion, String... steps) {
        return new RunState(
                "completed",
                conclusion,
                List.of(new Job(
                        "canary", "completed", conclusion, List.of(lane), runner, group, Arrays.asList(steps))));
    }
}
