package dev.tinyland.gf.contract;

import java.util.List;

/**
 * FlakeHub.
 *
 * @param role the only thing it is used for
 * @param cacheHosts hosts that serve a binary cache, which is not that role
 * @param cacheActions actions, by the name of their repository, that attach it as a cache
 */
public record FlakeHub(Role role, String publicationUrl, List<String> cacheHosts, List<String> cacheActions) {

    public FlakeHub {
        cacheHosts = List.copyOf(cacheHosts);
        cacheActions = List.copyOf(cacheActions);
    }

    /** What FlakeHub is for. */
    public enum Role {
        PUBLICATION
    }
}
