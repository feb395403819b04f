package dev.tinyland.gf.state.push;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tinyland.gf.text.Sha256;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compares what two states hold, whatever their spelling. */
final class StateContent {
    private static final int MAXIMUM_STRING = 256 * 1024 * 1024;

    private StateContent() {}

    /** A digest of lineage, resources and outputs; empty when the text is no JSON object. */
    static Optional<String> digest(String state) {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAXIMUM_STRING)
                        .build());
        try {
            JsonNode root = json.readTree(state);
            Map<String, Object> kept = new LinkedHashMap<>();
            for (String name : new String[] {"lineage", "outputs", "resources"}) {
                kept.put(name, json.convertValue(root.path(name), Object.class));
            }
            return root.isObject() ? Optional.of(Sha256.hex(json.writeValueAsString(kept))) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
