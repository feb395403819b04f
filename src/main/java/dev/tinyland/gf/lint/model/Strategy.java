package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * {@code strategy:} of a job.
 *
 * @param matrix the scalar in place of the matrix, an expression
 * @param includes in place of a list an expression can stand, in {@code includeExpression}
 */
public record Strategy(
        Optional<YamlScalar> matrix,
        List<Axis> axes,
        List<YamlMapping> includes,
        Optional<YamlScalar> includeExpression,
        List<YamlMapping> excludes,
        Optional<YamlScalar> failFast,
        Optional<YamlScalar> maxParallel) {

    public Strategy {
        axes = List.copyOf(axes);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    /**
     * One dimension of the matrix.
     *
     * @param values scalars, mappings or sequences; empty when an expression stands in place of the list
     */
    public record Axis(YamlScalar key, List<YamlNode> values, Optional<YamlScalar> expression) {

        public Axis {
            values = List.copyOf(values);
        }

        public String name() {
            return key.value();
        }
    }
}
