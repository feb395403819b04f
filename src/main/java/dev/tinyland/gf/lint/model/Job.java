package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A job of a workflow.
 *
 * @param condition the value of {@code if:}
 * @param permissions empty where the job has none of its own
 * @param environment the name of the deployment environment
 * @param container the image of the job's container
 * @param call present where the job calls a reusable workflow; it then has no steps
 */
public record Job(
        YamlScalar key,
        YamlMapping node,
        Optional<YamlScalar> name,
        Optional<YamlScalar> condition,
        List<YamlScalar> needs,
        RunsOn runsOn,
        Settings env,
        Optional<Settings> permissions,
        Optional<YamlScalar> environment,
        Optional<Concurrency> concurrency,
        RunDefaults defaults,
        Optional<Strategy> strategy,
        Optional<YamlScalar> container,
        Settings outputs,
        Optional<YamlScalar> continueOnError,
        Optional<YamlScalar> timeoutMinutes,
        List<Step> steps,
        Optional<ReusableCall> call) {

    public Job {
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }

    public String id() {
        return key.value();
    }
}
