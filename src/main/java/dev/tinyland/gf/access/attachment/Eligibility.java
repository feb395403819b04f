package dev.tinyland.gf.access.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tinyland.gf.actions.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which target classes may run remotely: {@code config/rbe-target-eligibility.json}, described by
 * {@code config/rbe-target-eligibility.schema.json}. A class that is not named may not.
 */
record Eligibility(Map<String, Boolean> classes) {
    static final String SCHEMA = "gf.rbe-target-eligibility/v1";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Eligibility {
        classes = Map.copyOf(classes);
    }

    static Eligibility parse(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw broken("it is no JSON, or a key stands twice");
        }
        if (root == null || !root.path("schema").asText("").equals(SCHEMA)) {
            throw broken("its schema is not " + SCHEMA);
        }
        if (!root.path("targetClasses").isObject()) {
            throw broken("targetClasses is missing");
        }
        Map<String, Boolean> classes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.path("targetClasses").properties()) {
            JsonNode executor = field.getValue().path("executor");
            if (!executor.isBoolean()) {
                throw broken("a target class does not say executor true or false");
            }
            classes.put(field.getKey(), executor.asBoolean());
        }
        return new Eligibility(classes);
    }

    /** Whether the class may run remotely; empty when the file does not name it. */
    Optional<Boolean> of(String targetClass) {
        return Optional.ofNullable(classes.get(targetClass));
    }

    private static InputException broken(String why) {
        return new InputException("eligibility", "the eligibility file is broken: " + why);
    }
}
