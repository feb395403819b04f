package dev.tinyland.gf.plan.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * The JSON of a plan as it may be published: whatever is marked as sensitive replaced by its place, every secret the redactor
 * knows taken out of what is left.
 */
public final class RedactedPlan {
    private static final int LONGEST_STRING = 256 * 1024 * 1024;
    private static final String SENSITIVE = "(sensitive)";

    private final JsonNode plan;
    private final PlanSecrets.Collected secrets;

    private RedactedPlan(JsonNode plan) {
        this.plan = plan;
        this.secrets = PlanSecrets.of(plan);
    }

    /**
     * Reads a plan.
     *
     * @param json output of {@code tofu show -json}
     * @throws RedactionFailedException when it is no JSON, since nothing can then be said of what is in it
     */
    public static RedactedPlan of(byte[] json) {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_STRING)
                        .build());
        try {
            return new RedactedPlan(mapper.readTree(json));
        } catch (IOException broken) {
            throw new RedactionFailedException("the plan is no JSON, so its secrets are not known");
        }
    }

    /** The plan's secrets. Teach them to the run's redactor before anything of the plan is shown. */
    public PlanSecrets.Collected secrets() {
        return secrets;
    }

    /**
     * The redacted JSON.
     *
     * @param redactor has learnt the plan's secrets, and the run's own
     * @throws RedactionFailedException when it cannot be vouched for; then nothing may be published
     */
    public String json(Redactor redactor) {
        JsonNode hidden = plan.deepCopy();
        hide(hidden);
        JsonNode redacted = RedactedTree.of(hidden, redactor);
        String text;
        try {
            text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(redacted) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new RedactionFailedException("the redacted plan cannot be written");
        }
        if (redactor.finds(text)) {
            throw new RedactionFailedException("a secret remains in the redacted plan");
        }
        return text;
    }

    private static void hide(JsonNode plan) {
        for (String list : List.of("resource_changes", "resource_drift")) {
            plan.path(list).forEach(entry -> hideChange(entry.path("change")));
        }
        plan.path("output_changes").forEach(RedactedPlan::hideChange);
        JsonNode configuration = plan.path("configuration").path("root_module");
        configuration.path("variables").properties().forEach(variable -> {
            if (variable.getValue().path("sensitive").asBoolean(false)) {
                hideKeys(plan.path("variables").path(variable.getKey()), Set.of("value"));
                hideKeys(variable.getValue(), Set.of("default"));
            }
        });
        hideValues(plan.path("planned_values"));
        hideValues(plan.path("prior_state").path("values"));
    }

    private static void hideChange(JsonNode change) {
        if (change instanceof ObjectNode object) {
            object.replace("before", hidden(object.path("before"), object.path("before_sensitive")));
            object.replace("after", hidden(object.path("after"), object.path("after_sensitive")));
        }
    }

    private static void hideValues(JsonNode values) {
        values.path("outputs").forEach(output -> {
            if (output.path("sensitive").asBoolean(false)) {
                hideKeys(output, Set.of("value"));
            }
        });
        hideModule(values.path("root_module"));
    }

    private static void hideModule(JsonNode module) {
        module.path("resources").forEach(resource -> {
            if (resource instanceof ObjectNode object && object.has("values")) {
                object.replace("values", hidden(object.path("values"), object.path("sensitive_values")));
            }
        });
        module.path("child_modules").forEach(RedactedPlan::hideModule);
    }

    private static void hideKeys(JsonNode node, Set<String> keys) {
        if (node instanceof ObjectNode object) {
            keys.stream().filter(object::has).forEach(key -> object.replace(key, TextNode.valueOf(SENSITIVE)));
        }
    }

    private static JsonNode hidden(JsonNode value, JsonNode mark) {
        if (value.isMissingNode()) {
            return NullNode.getInstance();
        }
        if (mark.isBoolean() && mark.booleanValue()) {
            return value.isNull() ? value : TextNode.valueOf(SENSITIVE);
        }
        if (value instanceof ObjectNode object && mark.isObject()) {
            mark.properties().forEach(entry -> {
                if (object.has(entry.getKey())) {
                    object.replace(entry.getKey(), hidden(object.path(entry.getKey()), entry.getValue()));
                }
            });
        } else if (value instanceof ArrayNode array && mark.isArray()) {
            for (int i = 0; i < Math.min(array.size(), mark.size()); i++) {
                array.set(i, hidden(array.get(i), mark.get(i)));
            }
        }
        return value;
    }
}
