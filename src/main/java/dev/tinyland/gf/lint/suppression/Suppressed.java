package dev.tinyland.gf.lint.suppression;

import dev.tinyland.gf.lint.Finding;
import java.util.List;
import java.util.Map;

/**
 * What became of the findings of one file.
 *
 * @param reasons the reason for each finding that is silenced
 * @param problems findings about the comments themselves
 */
public record Suppressed(Map<Finding, String> reasons, List<Finding> problems) {

    public Suppressed {
        reasons = Map.copyOf(reasons);
        problems = List.copyOf(problems);
    }
}
