package dev.tinyland.gf.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Bazel remote cache. There is no endpoint for operators: an empty variable means local compatibility.
 *
 * @param executorVariable the variable that attaches an executor, which is separate from the cache
 * @param frontDoorVariables variables with further endpoints of the remote execution service
 * @param declarations variables in which a machine says how it is attached, with the words each takes and the
 *     attachments a word can be true of
 * @param eligibilityFile which target classes may run remotely, relative to the repository
 * @param schemes URL schemes a cache endpoint may have
 */
public record Bazel(
        String bucket,
        String cacheVariable,
        String executorVariable,
        List<String> frontDoorVariables,
        Map<String, Map<String, List<AttachmentMode>>> declarations,
        String eligibilityFile,
        List<String> schemes,
        List<Endpoint> endpoints,
        List<NoncanonicalEndpoint> noncanonical) {

    public Bazel {
        frontDoorVariables = List.copyOf(frontDoorVariables);
        Map<String, Map<String, List<AttachmentMode>>> copy = new LinkedHashMap<>();
        declarations.forEach((variable, words) -> copy.put(variable, Ordered.copy(words)));
        declarations = Ordered.copy(copy);
        schemes = List.copyOf(schemes);
        endpoints = List.copyOf(endpoints);
        noncanonical = List.copyOf(noncanonical);
    }

    /** The canonical address for an audience. */
    public Optional<String> url(Audience audience) {
        return Endpoint.url(endpoints, audience);
    }
}
