package dev.tinyland.gf.state.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a good run knew of a state. It holds no secret and no name of the network, so it may stand in a repository's
 * variable or in a comment.
 *
 * @param backend {@code s3} or {@code http}
 * @param endpoint SHA-256 of the endpoint's URL
 * @param key bucket and key with a slash between them; of an http address the digest
 * @param managed number of managed resource instances; unknown for an encrypted state
 * @param addresses {@link dev.tinyland.gf.tofu.state.StateSummary#addressDigest}; empty for an encrypted state
 */
public record StateReceipt(
        String backend,
        String endpoint,
        String key,
        Optional<String> lineage,
        OptionalLong serial,
        OptionalInt managed,
        String addresses,
        String tofuVersion) {
    private static final String SCHEMA = "gf.state-receipt/v1";

    public static StateReceipt of(StateLocation location, StateDocument.Present state, String tofuVersion) {
        OptionalInt managed = OptionalInt.empty();
        String addresses = "";
        switch (state) {
            case StateDocument.Plain(var summary) -> {
                managed = OptionalInt.of(summary.managedCount());
                addresses = summary.addressDigest();
            }
            case StateDocument.Encrypted _ -> {}
        }
        String endpoint;
        String key;
        String backend;
        switch (location) {
            case StateLocation.S3 s3 -> {
                backend = "s3";
                endpoint = digest(s3.endpoint().orElse(""));
                key = s3.bucket() + "/" + s3.key();
            }
            case StateLocation.Http http -> {
                backend = "http";
                endpoint = digest(http.address());
                key = endpoint;
            }
        }
        return new StateReceipt(
                backend, endpoint, key, state.lineageIfKnown(), state.serialIfKnown(), managed, addresses, tofuVersion);
    }

    private static String digest(String url) {
        return Sha256.hex(url.toLowerCase(Locale.ROOT).replaceAll("/+$", ""));
    }

    /** One line of JSON. */
    public String text() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", SCHEMA)
                .put("backend", backend)
                .put("endpoint", endpoint)
                .put("key", key);
        lineage.ifPresent(value -> root.put("lineage", value));
        serial.ifPresent(value -> root.put("serial", value));
        managed.ifPresent(value -> root.put("managed", value));
        return root.put("addresses", addresses).put("tofu", tofuVersion).toString();
    }

    /** Reads what {@link #text()} wrote; empty when it is something else. */
    public static Optional<StateReceipt> parse(String text) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(text);
        } catch (IOException notJson) {
            return Optional.empty();
        }
        if (root == null || !root.path("schema").asText("").equals(SCHEMA)) {
            return Optional.empty();
        }
        JsonNode serial = root.path("serial");
        JsonNode managed = root.path("managed");
        return Optional.of(new StateReceipt(
                root.path("backend").asText(""),
                root.path("endpoint").asText(""),
                root.path("key").asText(""),
                Optional.of(root.path("lineage").asText("")).filter(value -> !value.isBlank()),
                serial.isIntegralNumber() ? OptionalLong.of(serial.longValue()) : OptionalLong.empty(),
                managed.isInt() ? OptionalInt.of(managed.intValue()) : OptionalInt.empty(),
                root.path("addresses").asText(""),
                root.path("tofu").asText("")));
    }

    /** Whether both speak of one place. */
    public boolean samePlace(StateReceipt other) {
        return backend.equals(other.backend) && endpoint.equals(other.endpoint) && key.equals(other.key);
    }
}
