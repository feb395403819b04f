package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** A declared input of an action, a reusable workflow or a dispatched one. */
public record Input(
        YamlScalar key,
        Optional<YamlScalar> defaultValue,
        Optional<YamlScalar> required,
        Optional<YamlScalar> type,
        Optional<YamlScalar> description,
        List<YamlScalar> options) {

    public Input {
        options = List.copyOf(options);
    }

    public String name() {
        return key.value();
    }

    public boolean isRequired() {
        return required.map(value -> value.value().equalsIgnoreCase("true")).orElse(false);
    }
}
