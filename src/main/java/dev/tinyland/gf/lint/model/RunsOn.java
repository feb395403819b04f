package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** {@code runs-on:} as a label, a list, an expression (then the one label) or a mapping with a group. */
public record RunsOn(List<YamlScalar> labels, Optional<YamlScalar> group) {
    public static final RunsOn NONE = new RunsOn(List.of(), Optional.empty());

    public RunsOn {
        labels = List.copyOf(labels);
    }
}
