package dev.tinyland.gf.tofu.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * One line of the {@code -json} stream. Types this tool does not know are {@link Other}: the format's rule is to ignore
 * what is new.
 */
sealed interface Message {

    record Diagnosed(Diagnostic diagnostic) implements Message {}

    /**
     * Something begins, goes on or ends at one resource.
     *
     * @param text as OpenTofu words it
     */
    record Progress(String type, String text) implements Message {}

    /**
     * A resource was made or changed.
     *
     * @param id its id, empty where it has none
     */
    record Applied(String address, String id, String text) implements Message {}

    record Other() implements Message {}

    /** A line that is no JSON object: a panic, or the words of a script around tofu. */
    record Foreign(String line) implements Message {}

    static Message parse(ObjectMapper json, String line) {
        if (line.isBlank()) {
            return new Other();
        }
        JsonNode root;
        try {
            root = json.readTree(line);
        } catch (JacksonException notJson) {
            return new Foreign(line);
        }
        if (!root.isObject()) {
            return new Foreign(line);
        }
        String type = root.path("type").asText("");
        return switch (type) {
            case "apply_complete" ->
                new Applied(
                        root.path("hook").path("resource").path("addr").asText(""),
                        root.path("hook").path("action").asText("").equals("delete")
                                ? ""
                                : root.path("hook").path("id_value").asText(""),
                        root.path("@message").asText(""));
            case "diagnostic" -> new Diagnosed(diagnostic(root.path("diagnostic")));
            case "planned_change",
                    "resource_drift",
                    "change_summary",
                    "apply_start",
                    "apply_progress",
                    "apply_errored",
                    "provision_start",
                    "refresh_start" -> new Progress(type, root.path("@message").asText(""));
            default -> new Other();
        };
    }

    private static Diagnostic diagnostic(JsonNode node) {
        JsonNode range = node.path("range");
        return new Diagnostic(
                node.path("severity").asText("").equals("warning")
                        ? Diagnostic.Severity.WARNING
                        : Diagnostic.Severity.ERROR,
                node.path("summary").asText(""),
                node.path("detail").asText(""),
                range.isObject()
                        ? Optional.of(new Diagnostic.Place(
                                range.path("filename").asText(""),
                                range.path("start").path("line").asInt(0)))
                        : Optional.empty(),
                Optional.of(node.path("address").asText("")).filter(address -> !address.isEmpty()));
    }
}
