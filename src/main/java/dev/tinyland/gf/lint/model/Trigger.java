package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;

/**
 * One event that starts a workflow. A list is empty where its key is absent.
 *
 * @param key the event's name as written
 * @param workflows names of the workflows a {@code workflow_run} follows
 * @param crons of a {@code schedule}
 * @param inputs of {@code workflow_dispatch} and {@code workflow_call}
 * @param secrets names a {@code workflow_call} declares
 * @param outputs of {@code workflow_call}: name and value
 */
public record Trigger(
        YamlScalar key,
        List<YamlScalar> branches,
        List<YamlScalar> branchesIgnore,
        List<YamlScalar> tags,
        List<YamlScalar> tagsIgnore,
        List<YamlScalar> paths,
        List<YamlScalar> pathsIgnore,
        List<YamlScalar> types,
        List<YamlScalar> workflows,
        List<YamlScalar> crons,
        List<Input> inputs,
        List<YamlScalar> secrets,
        Settings outputs) {

    public Trigger {
        branches = List.copyOf(branches);
        branchesIgnore = List.copyOf(branchesIgnore);
        tags = List.copyOf(tags);
        tagsIgnore = List.copyOf(tagsIgnore);
        paths = List.copyOf(paths);
        pathsIgnore = List.copyOf(pathsIgnore);
        types = List.copyOf(types);
        workflows = List.copyOf(workflows);
        crons = List.copyOf(crons);
        inputs = List.copyOf(inputs);
        secrets = List.copyOf(secrets);
    }

    public String event() {
        return key.value();
    }
}
