package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where something stands, from the outside in.
 *
 * @param workflowEnvironment the {@code env:} of the workflow
 * @param inputs what is known of {@code inputs} at the level of the file: for a called workflow or an action the values
 *     its caller gave or its defaults; empty where they are as the event has them
 * @param job the job; empty in an action
 * @param steps the step, and inside an action that is followed the step there
 */
public record Placement(
        List<Variable> workflowEnvironment,
        Optional<Map<String, Value>> inputs,
        Optional<JobRun> job,
        List<StepRun> steps) {

    public Placement {
        workflowEnvironment = List.copyOf(workflowEnvironment);
        inputs = inputs.map(Map::copyOf);
        steps = List.copyOf(steps);
    }

    /** The same place with other inputs of the file. */
    public Placement withInputs(Map<String, Value> values) {
        return new Placement(workflowEnvironment, Optional.of(values), job, steps);
    }

    /** All conditions on the way, jobs that are needed included. */
    public List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        job.ifPresent(own -> collect(own, all));
        steps.forEach(step -> step.condition().ifPresent(all::add));
        return all;
    }

    private static void collect(JobRun job, List<Condition> into) {
        job.needs().forEach(needed -> collect(needed, into));
        job.condition().ifPresent(into::add);
    }
}
