package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job as far as it decides what runs.
 *
 * @param needs the jobs before it; one that is not in the file is left out
 * @param environment its {@code env:}
 * @param matrix the values of {@code matrix} for each copy of the job, one empty map without a matrix; empty where the
 *     matrix is made by an expression
 */
public record JobRun(
        String id,
        Optional<Condition> condition,
        List<JobRun> needs,
        List<Variable> environment,
        List<Map<String, Value>> matrix) {

    public JobRun {
        needs = List.copyOf(needs);
        environment = List.copyOf(environment);
        matrix = List.copyOf(matrix);
    }
}
