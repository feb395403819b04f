package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.Optional;

/** {@code concurrency:}, as a text or as a mapping. */
public record Concurrency(Optional<YamlScalar> group, Optional<YamlScalar> cancelInProgress) {}
