package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who uses whom, over every workflow and action of a root. */
final class CallerIndex {
    private final Project project;
    private final Map<String, List<Caller>> callers = new HashMap<>();

    CallerIndex(Project project) {
        this.project = project;
    }

    Map<String, List<Caller>> of(Collection<SourceFile> files) {
        for (SourceFile file : files) {
            if (mayUse(file)) {
                project.workflow(file.path()).ifPresent(this::workflow);
                project.action(file.path()).ifPresent(this::action);
            }
        }
        Map<String, List<Caller>> frozen = new HashMap<>();
        callers.forEach((path, found) -> frozen.put(path, List.copyOf(found)));
        return Map.copyOf(frozen);
    }

    /** Only YAML with the word in it is worth parsing. */
    private static boolean mayUse(SourceFile file) {
        return (file.path().endsWith(".yml") || file.path().endsWith(".yaml"))
                && file.text().contains("uses");
    }

    private void workflow(Workflow workflow) {
        for (Job job : workflow.jobs()) {
            job.call().ifPresent(call -> {
                Reference reference = project.resolveWorkflow(call.uses().value());
                add(reference, new Caller.CallingJob(workflow, job, call));
            });
            for (Step step : job.steps()) {
                step.uses()
                        .ifPresent(uses ->
                                add(project.resolveAction(uses.value()), new Caller.CallingStep(workflow, job, step)));
            }
        }
    }

    private void action(ActionFile action) {
        for (Step step : action.steps()) {
            step.uses()
                    .ifPresent(uses ->
                            add(project.resolveAction(uses.value()), new Caller.CallingActionStep(action, step)));
        }
    }

    private void add(Reference reference, Caller caller) {
        switch (reference) {
            case Reference.LocalAction local -> at(local.action().file()).add(caller);
            case Reference.LocalWorkflow local -> at(local.workflow().file()).add(caller);
            case Reference.Absent absent -> {}
            case Reference.Remote remote -> {}
            case Reference.ContainerImage image -> {}
            case Reference.Undecided undecided -> {}
        }
    }

    private List<Caller> at(SourceFile callee) {
        return callers.computeIfAbsent(callee.path(), path -> new ArrayList<>());
    }
}
