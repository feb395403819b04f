package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a workflow. */
public final class WorkflowReader {
    private final Shapes shapes = new Shapes();

    private WorkflowReader() {}

    /** Reads what has the right shape and leaves out the rest, noting it. */
    public static Workflow read(SourceFile file, YamlMapping root) {
        return new WorkflowReader().workflow(file, root);
    }

    private Workflow workflow(SourceFile file, YamlMapping root) {
        Optional<YamlScalar> name = shapes.scalar(root, "name");
        List<Trigger> triggers = TriggerReader.triggers(root, shapes);
        List<Job> jobs = new ArrayList<>();
        YamlMapping mapping = shapes.mapping(root, "jobs");
        if (mapping != null) {
            for (YamlEntry entry : mapping.entries()) {
                YamlMapping job = shapes.mapping(entry.value(), "jobs");
                if (job != null) {
                    jobs.add(job(entry.key(), job));
                }
            }
        }
        return new Workflow(
                file,
                root,
                name,
                triggers,
                shapes.settings(root, "env"),
                permissions(root),
                concurrency(root),
                defaults(root),
                jobs,
                shapes.problems());
    }

    private Job job(YamlScalar key, YamlMapping node) {
        Optional<YamlScalar> uses = shapes.scalar(node, "uses");
        Optional<ReusableCall> call = uses.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ReusableCall(uses.get(), shapes.settings(node, "with"), shapes.settings(node, "secrets")));
        return new Job(
                key,
                node,
                shapes.scalar(node, "name"),
                shapes.scalar(node, "if"),
                shapes.scalars(node, "needs"),
                runsOn(node),
                shapes.settings(node, "env"),
                permissions(node),
                nameOrScalar(node, "environment", "name"),
                concurrency(node),
                defaults(node),
                strategy(node),
                nameOrScalar(node, "container", "image"),
                shapes.settings(node, "outputs"),
                shapes.scalar(node, "continue-on-error"),
                shapes.scalar(node, "timeout-minutes"),
                StepReader.steps(node, shapes),
                call);
    }

    private Optional<Settings> permissions(YamlMapping node) {
        YamlNode permissions = Shapes.node(node, "permissions");
        return permissions == null ? Optional.empty() : Optional.of(shapes.settings(permissions, "permissions"));
    }

    private Optional<YamlScalar> nameOrScalar(YamlMapping node, String key, String inner) {
        return Shapes.node(node, key) instanceof YamlMapping mapping
                ? shapes.scalar(mapping, inner)
                : shapes.scalar(node, key);
    }

    private Optional<Concurrency> concurrency(YamlMapping node) {
        YamlNode value = Shapes.node(node, "concurrency");
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                value instanceof YamlMapping mapping
                        ? new Concurrency(shapes.scalar(mapping, "group"), shapes.scalar(mapping, "cancel-in-progress"))
                        : new Concurrency(shapes.scalar(node, "concurrency"), Optional.empty()));
    }

    private RunDefaults defaults(YamlMapping node) {
        YamlMapping defaults = shapes.mapping(node, "defaults");
        YamlMapping run = defaults == null ? null : shapes.mapping(defaults, "run");
        return run == null
                ? RunDefaults.NONE
                : new RunDefaults(shapes.scalar(run, "shell"), shapes.scalar(run, "working-directory"));
    }

    private RunsOn runsOn(YamlMapping node) {
        YamlNode value = Shapes.node(node, "runs-on");
        if (value == null) {
            return RunsOn.NONE;
        }
        return value instanceof YamlMapping mapping
                ? new RunsOn(shapes.scalars(mapping, "labels"), shapes.scalar(mapping, "group"))
                : new RunsOn(shapes.scalars(value, "runs-on"), Optional.empty());
    }

    private Optional<Strategy> strategy(YamlMapping node) {
        YamlMapping strategy = shapes.mapping(node, "strategy");
        if (strategy == null) {
            return Optional.empty();
        }
        Optional<YamlScalar> failFast = shapes.scalar(strategy, "fail-fast");
        Optional<YamlScalar> maxParallel = shapes.scalar(strategy, "max-parallel");
        if (Shapes.node(strategy, "matrix") instanceof YamlMapping mapping) {
            return Optional.of(matrix(mapping, failFast, maxParallel));
        }
        Optional<YamlScalar> expression = shapes.scalar(strategy, "matrix");
        return Optional.of(
                new Strategy(expression, List.of(), List.of(), Optional.empty(), List.of(), failFast, maxParallel));
    }

    private Strategy matrix(YamlMapping matrix, Optional<YamlScalar> failFast, Optional<YamlScalar> maxParallel) {
        List<Strategy.Axis> axes = new ArrayList<>();
        for (YamlEntry entry : matrix.entries()) {
            String name = entry.key().value();
            if (name.equals("include") || name.equals("exclude")) {
                continue;
            }
            switch (entry.value()) {
                case YamlScalar scalar -> axes.add(new Strategy.Axis(entry.key(), List.of(), Optional.of(scalar)));
                case YamlSequence sequence ->
                    axes.add(new Strategy.Axis(entry.key(), sequence.items(), Optional.empty()));
                case YamlMapping mapping -> shapes.wrong(mapping, "matrix", "a list");
            }
        }
        return new Strategy(
                Optional.empty(),
                axes,
                combinations(matrix, "include"),
                Shapes.node(matrix, "include") instanceof YamlScalar expression
                        ? Optional.of(expression)
                        : Optional.empty(),
                combinations(matrix, "exclude"),
                failFast,
                maxParallel);
    }

    private List<YamlMapping> combinations(YamlMapping matrix, String key) {
        List<YamlMapping> combinations = new ArrayList<>();
        YamlNode node = Shapes.node(matrix, key);
        if (node == null) {
            return combinations;
        }
        switch (node) {
            case YamlScalar expression -> {}
            case YamlSequence sequence -> {
                for (YamlNode item : sequence.items()) {
                    YamlMapping combination = shapes.mapping(item, key);
                    if (combination != null) {
                        combinations.add(combination);
                    }
                }
            }
            case YamlMapping mapping -> shapes.wrong(mapping, key, "a list");
        }
        return combinations;
    }

    /** Whether a file is a workflow by what it holds. */
    static boolean isWorkflow(YamlMapping root) {
        return Shapes.node(root, "on") != null && Shapes.node(root, "jobs") != null;
    }
}
