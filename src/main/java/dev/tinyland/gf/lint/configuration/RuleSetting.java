package dev.tinyland.gf.lint.configuration;

import dev.tinyland.gf.lint.discovery.Glob;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of one rule.
 *
 * @param everywhere where no path says otherwise
 * @param paths in the order written; the last that matches counts
 */
public record RuleSetting(Optional<RuleLevel> everywhere, List<PathLevel> paths) {

    public RuleSetting {
        paths = List.copyOf(paths);
    }

    /** A level for some paths. */
    public record PathLevel(Glob paths, RuleLevel level) {}

    public Optional<RuleLevel> levelAt(String path) {
        for (PathLevel each : paths.reversed()) {
            if (each.paths().matches(path)) {
                return Optional.of(each.level());
            }
        }
        return everywhere;
    }
}
