package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what workflows and actions have in common: steps and inputs. */
final class StepReader {

    private StepReader() {}

    static List<Step> steps(YamlMapping parent, Shapes shapes) {
        YamlNode node = Shapes.node(parent, "steps");
        if (node == null || Shapes.isAbsent(node)) {
            return List.of();
        }
        if (!(node instanceof YamlSequence sequence)) {
            shapes.wrong(node, "steps", "a list");
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        add(sequence, Optional.empty(), steps, shapes);
        return steps;
    }

    /** The steps of a group that runs in parallel stand in the list like the others; where they say no `if`, the group's counts. */
    private static void add(YamlSequence sequence, Optional<YamlScalar> condition, List<Step> steps, Shapes shapes) {
        for (YamlNode item : sequence.items()) {
            YamlMapping mapping = shapes.mapping(item, "steps");
            if (mapping == null) {
                continue;
            }
            Optional<YamlScalar> written = shapes.scalar(mapping, "if");
            Optional<YamlScalar> own = written.isPresent() ? written : condition;
            if (Shapes.node(mapping, "parallel") instanceof YamlSequence inner) {
                add(inner, own, steps, shapes);
            } else {
                steps.add(step(steps.size(), mapping, own, shapes));
            }
        }
    }

    private static Step step(int index, YamlMapping node, Optional<YamlScalar> condition, Shapes shapes) {
        return new Step(
                index,
                node,
                shapes.scalar(node, "id"),
                shapes.scalar(node, "name"),
                condition,
                shapes.scalar(node, "uses"),
                shapes.settings(node, "with"),
                shapes.scalar(node, "run"),
                shapes.scalar(node, "shell"),
                shapes.settings(node, "env"),
                shapes.scalar(node, "working-directory"),
                shapes.scalar(node, "continue-on-error"),
                shapes.scalar(node, "timeout-minutes"));
    }

    static List<Input> inputs(YamlMapping parent, Shapes shapes) {
        List<Input> inputs = new ArrayList<>();
        YamlMapping mapping = shapes.mapping(parent, "inputs");
        if (mapping == null) {
            return inputs;
        }
        for (YamlEntry entry : mapping.entries()) {
            if (Shapes.isAbsent(entry.value())) {
                inputs.add(input(entry.key()));
                continue;
            }
            YamlMapping declared = shapes.mapping(entry.value(), "inputs");
            if (declared != null) {
                inputs.add(input(entry.key(), declared, shapes));
            }
        }
        return inputs;
    }

    private static Input input(YamlScalar key) {
        return new Input(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Input input(YamlScalar key, YamlMapping declared, Shapes shapes) {
        return new Input(
                key,
                shapes.value(declared, "default"),
                shapes.scalar(declared, "required"),
                shapes.scalar(declared, "type"),
                shapes.scalar(declared, "description"),
                shapes.scalars(declared, "options"));
    }
}
