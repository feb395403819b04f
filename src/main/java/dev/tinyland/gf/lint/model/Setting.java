package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;

/** A name with its value, as in {@code env:}, {@code with:}, {@code secrets:} and {@code permissions:}. */
public record Setting(YamlScalar key, YamlScalar value) {

    public String name() {
        return key.value();
    }
}
