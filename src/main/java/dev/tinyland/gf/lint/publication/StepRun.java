package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step as far as it decides what runs.
 *
 * @param environment its {@code env:}, evaluated before the condition (actions/runner, {@code StepsRunner.cs})
 * @param with the inputs it gives
 * @param inputs for a step inside an action: the action's inputs by name with their defaults; empty at the level of a
 *     workflow
 */
public record StepRun(
        Optional<Condition> condition,
        List<Variable> environment,
        List<Variable> with,
        Optional<Map<String, Value>> inputs) {

    public StepRun {
        environment = List.copyOf(environment);
        with = List.copyOf(with);
        inputs = inputs.map(Map::copyOf);
    }
}
