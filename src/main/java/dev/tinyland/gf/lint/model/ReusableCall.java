package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;

/** A job that calls a reusable workflow. */
public record ReusableCall(YamlScalar uses, Settings with, Settings secrets) {

    public boolean inheritsSecrets() {
        return secrets.whole().map(value -> value.value().equals("inherit")).orElse(false);
    }
}
