package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/** The canonical address of a service for one audience. */
public record Endpoint(Audience audience, String url) {

    /** The first of several that is for an audience. */
    static Optional<String> url(List<Endpoint> endpoints, Audience audience) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.audience() == audience)
                .map(Endpoint::url)
                .findFirst();
    }
}
