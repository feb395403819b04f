package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What a release's templates see of the user's values: documents merged in order, then the assignments.
 *
 * @param tree the merged values; a null stands, since it takes a default of the chart away
 * @param sensitive paths, as in {@code githubConfigSecret.github_token}, whose values may never be shown
 * @param unknown whether a part is known only after the apply, so that nothing can be said of what is absent
 */
public record EffectiveValues(ObjectNode tree, Set<String> sensitive, boolean unknown) {

    public EffectiveValues {
        sensitive = Set.copyOf(sensitive);
    }
}
