package dev.tinyland.gf.contract;

import java.util.List;

/**
 * Which class a file belongs to, as globs relative to the repository; what fits none is a pilot.
 *
 * @param proof workflows that must keep publication off literally
 * @param probe the workflow that may publish after confirmation
 * @param legacy records of the past
 */
public record PathClasses(List<String> proof, List<String> probe, List<String> legacy) {

    public PathClasses {
        proof = List.copyOf(proof);
        probe = List.copyOf(probe);
        legacy = List.copyOf(legacy);
    }
}
