package dev.tinyland.gf.arc.canary;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.contract.Audience;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Endpoint;
import dev.tinyland.gf.contract.Lane;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which variables a lane's job must find: what the contract says of the lane, and what the judged plan gives it. A lane of
 * containers that is given no Attic must have none either: what is left of an attachment would be used.
 */
public final class CanaryExpectation {
    private CanaryExpectation() {}

    /**
     * By lane, the variables and what is expected of each.
     *
     * @param planned the output {@code lanes} of {@code arc-plan}, or empty
     * @throws InputException when {@code planned} is not of that form
     */
    public static Map<String, Map<String, Expected>> of(Contract contract, Collection<String> lanes, String planned) {
        Map<String, Set<String>> fromPlan = planned.isBlank() ? Map.of() : plan(planned);
        Map<String, Map<String, Expected>> expectations = new HashMap<>();
        for (String label : lanes) {
            Set<String> names =
                    new TreeSet<>(contract.lane(label).map(Lane::environment).orElse(List.of()));
            names.addAll(fromPlan.getOrDefault(label, Set.of()));
            Map<String, Expected> variables = new TreeMap<>();
            names.forEach(name -> variables.put(name, expected(contract, name)));
            if (contract.lane(label)
                    .filter(lane -> lane.type() == Lane.Type.DOCKER)
                    .isPresent()) {
                variables.putIfAbsent(contract.attic().serverVariable(), new Expected.Absent());
                variables.putIfAbsent(contract.attic().cacheVariable(), new Expected.Absent());
            }
            expectations.put(label, variables);
        }
        return expectations;
    }

    /** The variables whose value is the address of a cache or an executor. */
    public static Set<String> addresses(Contract contract) {
        return Set.of(
                contract.attic().serverVariable(),
                contract.bazel().cacheVariable(),
                contract.bazel().executorVariable());
    }

    private static Expected expected(Contract contract, String variable) {
        String value = value(contract, variable);
        return value.isEmpty() ? new Expected.Any() : new Expected.Value(value);
    }

    private static String value(Contract contract, String variable) {
        if (variable.equals(contract.attic().serverVariable())) {
            return forRunners(contract.attic().endpoints());
        }
        if (variable.equals(contract.attic().cacheVariable())) {
            return contract.attic().cache();
        }
        return variable.equals(contract.bazel().cacheVariable())
                ? forRunners(contract.bazel().endpoints())
                : "";
    }

    private static String forRunners(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.audience() == Audience.RUNNERS)
                .map(Endpoint::url)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Set<String>> plan(String text) {
        JsonNode lanes;
        try {
            lanes = new ObjectMapper().readTree(text);
        } catch (JacksonException broken) {
            throw malformed();
        }
        if (!lanes.isArray()) {
            throw malformed();
        }
        Map<String, Set<String>> planned = new HashMap<>();
        for (JsonNode lane : lanes) {
            if (!lane.path("label").isTextual() || !lane.path("environment").isArray()) {
                throw malformed();
            }
            Set<String> names = new TreeSet<>();
            lane.path("environment").forEach(name -> names.add(name.asText()));
            planned.put(lane.path("label").textValue(), names);
        }
        return planned;
    }

    private static InputException malformed() {
        return new InputException("env-contract", "env-contract is not the output lanes of arc-plan");
    }
}
