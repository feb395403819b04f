package dev.tinyland.gf.tofu.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code plan.meta.json}: how a plan was made and from what, kept beside it. It binds an apply to the plan that was
 * reviewed and tells judges what the plan's JSON does not. It holds no value of the plan.
 *
 * @param stack the stack it was made for, empty text where it is not said
 * @param planDigest SHA-256 of the plan file in hexadecimal
 * @param jsonDigest SHA-256 of the plan's JSON, as {@code tofu show -json} gave it, in hexadecimal
 * @param replaces addresses of {@code -replace}
 * @param destroy whether it was planned with {@code -destroy}
 * @param toolVersion version of these tools
 * @param tofuVersion version of OpenTofu
 * @param expires when it may no longer be applied
 */
public record PlanMeta(
        String stack,
        Optional<String> planDigest,
        Optional<String> jsonDigest,
        PlanScope scope,
        List<String> replaces,
        boolean destroy,
        Origin origin,
        String toolVersion,
        String tofuVersion,
        Optional<Instant> created,
        Optional<Instant> expires,
        State state) {
    public static final String SCHEMA = "gf.plan-meta/v1";

    /**
     * Where it was planned. Empty texts where it is not said.
     *
     * @param repository {@code owner/name}
     * @param headSha the commit that was planned
     * @param runId the workflow run
     * @param runAttempt which attempt of it
     */
    public record Origin(String repository, String headSha, String runId, String runAttempt) {
        public static Origin unknown() {
            return new Origin("", "", "", "");
        }

        /** For people and GitHub's own commands: {@code owner/name/actions/runs/ID}, or empty. */
        public String run() {
            return repository.isEmpty() || runId.isEmpty() ? "" : repository + "/actions/runs/" + runId;
        }
    }

    /**
     * The state it was planned from.
     *
     * @param lineage empty where there was no state or nobody says so
     * @param serial likewise
     * @param guard what the guard said: {@code TRUSTED}, {@code ABSENT} (there was no state, and nothing disagreed) or
     *     {@code OFF}; empty text where it is not said
     * @param greenfieldAllowed whether the caller said that everything may be created
     */
    public record State(Optional<String> lineage, OptionalLong serial, String guard, boolean greenfieldAllowed) {
        public static State unknown() {
            return new State(Optional.empty(), OptionalLong.empty(), "", false);
        }
    }

    public PlanMeta {
        replaces = List.copyOf(replaces);
    }

    /** Reads the file; keys that are missing are unknown. Empty where it is no JSON object. */
    public static Optional<PlanMeta> read(byte[] bytes) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(bytes);
        } catch (IOException broken) {
            return Optional.empty();
        }
        if (root == null || !root.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new PlanMeta(
                string(root, "stack"),
                text(root, "planSha256"),
                text(root, "jsonSha256"),
                new PlanScope(
                        Optional.of(root.path("refresh"))
                                .filter(JsonNode::isBoolean)
                                .map(JsonNode::booleanValue),
                        list(root, "targets"),
                        list(root, "excludes")),
                list(root, "replaces").orElse(List.of()),
                root.path("destroy").asBoolean(false),
                new Origin(
                        string(root, "repository"),
                        string(root, "headSha"),
                        string(root, "runId"),
                        string(root, "runAttempt")),
                string(root, "toolVersion"),
                string(root, "tofuVersion"),
                instant(root, "created"),
                instant(root, "expires"),
                new State(
                        text(root, "lineage"),
                        root.path("serial").canConvertToLong()
                                ? OptionalLong.of(root.path("serial").longValue())
                                : OptionalLong.empty(),
                        string(root, "guard"),
                        root.path("greenfieldAllowed").asBoolean(false))));
    }

    /** The file's text; what is unknown is left out. */
    public String write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        put(root, "stack", stack);
        planDigest.ifPresent(digest -> root.put("planSha256", digest));
        jsonDigest.ifPresent(digest -> root.put("jsonSha256", digest));
        scope.refresh().ifPresent(done -> root.put("refresh", done));
        scope.targets().ifPresent(addresses -> addresses.forEach(root.putArray("targets")::add));
        scope.excludes().ifPresent(addresses -> addresses.forEach(root.putArray("excludes")::add));
        replaces.forEach(root.putArray("replaces")::add);
        root.put("destroy", destroy);
        put(root, "repository", origin.repository());
        put(root, "headSha", origin.headSha());
        put(root, "runId", origin.runId());
        put(root, "runAttempt", origin.runAttempt());
        put(root, "toolVersion", toolVersion);
        put(root, "tofuVersion", tofuVersion);
        created.ifPresent(instant -> root.put("created", instant.toString()));
        expires.ifPresent(instant -> root.put("expires", instant.toString()));
        state.lineage().ifPresent(lineage -> root.put("lineage", lineage));
        state.serial().ifPresent(serial -> root.put("serial", serial));
        put(root, "guard", state.guard());
        root.put("greenfieldAllowed", state.greenfieldAllowed());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", impossible);
        }
    }

    private static void put(ObjectNode root, String key, String value) {
        if (!value.isEmpty()) {
            root.put(key, value);
        }
    }

    private static String string(JsonNode root, String key) {
        return text(root, key).orElse("");
    }

    private static Optional<String> text(JsonNode root, String key) {
        return Optional.of(root.path(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Optional<List<String>> list(JsonNode root, String key) {
        if (!root.path(key).isArray()) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>();
        root.path(key).forEach(item -> items.add(item.asText()));
        return Optional.of(List.copyOf(items));
    }

    private static Optional<Instant> instant(JsonNode root, String key) {
        try {
            return text(root, key).map(Instant::parse);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
