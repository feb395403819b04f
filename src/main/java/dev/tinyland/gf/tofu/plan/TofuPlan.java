package dev.tinyland.gf.tofu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan.
 *
 * @param formatVersion as written, major 1
 * @param tofuVersion the version of OpenTofu, under its key {@code terraform_version}
 * @param errored whether planning failed and the plan holds only part of it
 * @param variables values of the root module's variables, sensitive ones included
 * @param outputChanges empty also when the plan lacks the key; see {@code configuredOutputs}
 * @param prior resources of the state before, refreshed; data sources too
 * @param hasPriorState whether the plan has a prior state at all
 * @param configuredOutputs names of the outputs that the root module declares
 */
public record TofuPlan(
        String formatVersion,
        String tofuVersion,
        boolean errored,
        Map<String, JsonNode> variables,
        List<ResourceChange> resourceChanges,
        List<ResourceChange> drift,
        Map<String, Change> outputChanges,
        List<PriorResource> prior,
        boolean hasPriorState,
        List<PlanCheck> checks,
        Set<String> configuredOutputs) {

    public TofuPlan {
        variables = Map.copyOf(variables);
        resourceChanges = List.copyOf(resourceChanges);
        drift = List.copyOf(drift);
        prior = List.copyOf(prior);
        checks = List.copyOf(checks);
        configuredOutputs = Set.copyOf(configuredOutputs);
    }

    /** The value of a variable that is a string. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /**
     * Managed resources of the state that the plan does not speak of, not even as unchanged: the mark of {@code -target},
     * which leaves no other in the JSON.
     */
    public Set<String> unmentioned() {
        Set<String> named = new HashSet<>();
        resourceChanges.forEach(change -> {
            named.add(change.address());
            change.previousAddress().ifPresent(named::add);
        });
        Set<String> absent = new LinkedHashSet<>();
        for (PriorResource resource : prior) {
            if (resource.mode() == ResourceMode.MANAGED && !named.contains(resource.address())) {
                absent.add(resource.address());
            }
        }
        return absent;
    }

    /** Whether the state before held a managed resource; one that only holds outputs or data sources is empty. */
    public boolean hasManagedPrior() {
        return prior.stream().anyMatch(resource -> resource.mode() == ResourceMode.MANAGED);
    }

    /** Whether applying would change a managed resource or an output. */
    public boolean changesAnything() {
        return resourceChanges.stream().anyMatch(ResourceChange::changesAnything)
                || outputChanges.values().stream()
                        .anyMatch(change -> change.action().changes());
    }
}
