package dev.tinyland.gf.lint.configuration;

import java.util.List;

/** What reading a configuration file gave: the configuration, or everything that is wrong with it. */
public sealed interface ConfigurationResult {

    record Loaded(LintConfiguration configuration) implements ConfigurationResult {}

    /** @param problems at least one, in the order of the file */
    record Refused(List<ConfigurationProblem> problems) implements ConfigurationResult {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
