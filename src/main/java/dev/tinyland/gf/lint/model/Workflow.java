package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A workflow.
 *
 * @param permissions empty where the workflow says nothing, which leaves the repository's default
 * @param problems what had the wrong shape and was left out
 */
public record Workflow(
        SourceFile file,
        YamlMapping root,
        Optional<YamlScalar> name,
        List<Trigger> triggers,
        Settings env,
        Optional<Settings> permissions,
        Optional<Concurrency> concurrency,
        RunDefaults defaults,
        List<Job> jobs,
        List<YamlProblem> problems) {

    public Workflow {
        triggers = List.copyOf(triggers);
        jobs = List.copyOf(jobs);
        problems = List.copyOf(problems);
    }

    public Optional<Trigger> trigger(String event) {
        return triggers.stream()
                .filter(trigger -> trigger.event().equals(event))
                .findFirst();
    }

    /** The job of this id; ids are compared in any case, as expressions do. */
    public Optional<Job> job(String id) {
        return jobs.stream().filter(job -> job.id().equalsIgnoreCase(id)).findFirst();
    }

    /** Whether other workflows can call it. */
    public boolean isReusable() {
        return trigger("workflow_call").isPresent();
    }
}
