package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import java.util.List;

/**
 * A configuration and where it came from.
 *
 * @param name the source for people, such as {@code GF_BACKEND_CONFIG} or a path
 * @param variables the variables that are the source themselves
 * @param shadowed sources that are set too and not used, in the order of resolution
 */
record BackendSource(String name, List<String> variables, List<String> shadowed, BackendConfiguration configuration) {

    BackendSource {
        variables = List.copyOf(variables);
        shadowed = List.copyOf(shadowed);
    }
}
