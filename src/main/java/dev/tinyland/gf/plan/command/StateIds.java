package dev.tinyland.gf.plan.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The ids of the resources without an instance key in a state, by address. */
final class StateIds {
    private StateIds() {}

    static Map<String, String> read(byte[] state) throws IOException {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode resource : new ObjectMapper().readTree(state).path("resources")) {
            JsonNode instances = resource.path("instances");
            boolean single = instances.size() == 1 && !instances.path(0).has("index_key");
            if (!single || resource.path("mode").asText("").equals("data")) {
                continue;
            }
            String module = resource.path("module").asText("");
            String id = instances.path(0).path("attributes").path("id").asText("");
            if (!id.isEmpty()) {
                ids.put(
                        (module.isEmpty() ? "" : module + ".")
                                + resource.path("type").asText("")
                                + "."
                                + resource.path("name").asText(""),
                        id);
            }
        }
        return ids;
    }
}
