package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.yaml.YamlScalar;

/** What the scalars of one kind of YAML file are. */
interface YamlMeaning {

    /**
     * What a scalar is.
     *
     * @param language in lower case; empty where there is none
     */
    record Meaning(Role role, String language) {
        static final Meaning VALUE = new Meaning(Role.VALUE, "");
        static final Meaning SCRIPT = new Meaning(Role.SCRIPT, "bash");
        static final Meaning PROSE = new Meaning(Role.PROSE, "");
    }

    Meaning of(YamlPlace place, YamlScalar scalar);
}
