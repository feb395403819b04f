package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/**
 * The Bazel remote cache. There is no endpoint for operators: an empty variable means local compatibility.
 *
 * @param executorVariable the variable that attaches an executor, which is separate from the cache
 * @param eligibilityFile which target classes may run remotely, relative to the repository
 * @param schemes URL schemes a cache endpoint may have
 */
public record Bazel(
        String bucket,
        String cacheVariable,
        String executorVariable,
        String eligibilityFile,
        List<String> schemes,
        List<Endpoint> endpoints,
        List<NoncanonicalEndpoint> noncanonical) {

    public Bazel {
        schemes = List.copyOf(schemes);
        endpoints = List.copyOf(endpoints);
        noncanonical = List.copyOf(noncanonical);
    }

    /** The canonical address for an audience. */
    public Optional<String> url(Audience audience) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.audience() == audience)
                .map(Endpoint::url)
                .findFirst();
    }
}
