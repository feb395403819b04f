package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.Optional;

/**
 * A step of a job or of a composite action.
 *
 * @param index 0-based
 * @param condition the value of {@code if:}
 */
public record Step(
        int index,
        YamlMapping node,
        Optional<YamlScalar> id,
        Optional<YamlScalar> name,
        Optional<YamlScalar> condition,
        Optional<YamlScalar> uses,
        Settings with,
        Optional<YamlScalar> run,
        Optional<YamlScalar> shell,
        Settings env,
        Optional<YamlScalar> workingDirectory,
        Optional<YamlScalar> continueOnError,
        Optional<YamlScalar> timeoutMinutes) {}
