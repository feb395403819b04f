package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/**
 * The Nix cache.
 *
 * @param bucket its bucket in the object store
 * @param cache name of the shared cache
 * @param tokenVariable the variable with the write credential
 */
public record Attic(
        String bucket,
        String cache,
        String serverVariable,
        String cacheVariable,
        String tokenVariable,
        List<Endpoint> endpoints,
        List<NoncanonicalEndpoint> noncanonical) {

    public Attic {
        endpoints = List.copyOf(endpoints);
        noncanonical = List.copyOf(noncanonical);
    }

    /** The canonical address for an audience. */
    public Optional<String> url(Audience audience) {
        return Endpoint.url(endpoints, audience);
    }
}
