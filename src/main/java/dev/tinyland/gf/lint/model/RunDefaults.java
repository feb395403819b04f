package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.Optional;

/** {@code defaults.run} of a workflow or a job. */
public record RunDefaults(Optional<YamlScalar> shell, Optional<YamlScalar> workingDirectory) {
    public static final RunDefaults NONE = new RunDefaults(Optional.empty(), Optional.empty());
}
