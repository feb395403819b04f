package dev.tinyland.gf.github;

import java.util.List;

/**
 * A self-hosted runner as GitHub knows it. A runner of a scale set may carry no labels here.
 *
 * @param status {@code online} or {@code offline}
 */
public record Runner(long id, String name, String status, boolean busy, List<String> labels) {
    public Runner {
        labels = List.copyOf(labels);
    }
}
