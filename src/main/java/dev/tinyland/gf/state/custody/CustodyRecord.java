package dev.tinyland.gf.state.custody;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What may be known of a state in custody without opening it: enough to tell later whether the store has it. Holds no value
 * of the state; addresses are digests.
 *
 * @param stack whose state it is
 * @param created when it was taken into custody
 * @param run where the apply ran, or empty
 * @param lineage empty where the state does not tell
 * @param serial empty where the state does not tell
 * @param sha256 of the clear file
 * @param sealed name of the encrypted file beside the record, or empty
 * @param managed SHA-256 of the address of each managed resource; empty where the addresses cannot be read
 * @param ids for the digest of an address the few digits that {@link dev.tinyland.gf.tofu.state.StateSummary#ids} has for it
 */
public record CustodyRecord(
        String stack,
        Instant created,
        String run,
        Optional<String> lineage,
        OptionalLong serial,
        String sha256,
        String sealed,
        Optional<SortedSet<String>> managed,
        SortedMap<String, String> ids) {
    /** The name of its file. */
    public static final String NAME = "custody.json";

    private static final String SCHEMA = "gf.custody/v1";

    public CustodyRecord {
        managed = managed.map(addresses -> Collections.unmodifiableSortedSet(new TreeSet<>(addresses)));
        ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    }

    /** The record of a state that was just taken. */
    public static CustodyRecord of(
            String stack, Instant created, String run, StateDocument document, String sha256, String sealed) {
        return switch (document) {
            case StateDocument.Plain(var summary) ->
                new CustodyRecord(
                        stack,
                        created,
                        run,
                        Optional.of(summary.lineage()),
                        OptionalLong.of(summary.serial()),
                        sha256,
                        sealed,
                        Optional.of(digests(summary.managed())),
                        digests(summary.ids()));
            case StateDocument.Encrypted encrypted ->
                new CustodyRecord(
                        stack,
                        created,
                        run,
                        encrypted.lineageIfKnown(),
                        encrypted.serialIfKnown(),
                        sha256,
                        sealed,
                        Optional.empty(),
                        new TreeMap<>());
            case StateDocument.Unusable _ ->
                new CustodyRecord(
                        stack,
                        created,
                        run,
                        Optional.empty(),
                        OptionalLong.empty(),
                        sha256,
                        sealed,
                        Optional.empty(),
                        new TreeMap<>());
        };
    }

    static SortedSet<String> digests(Collection<String> addresses) {
        SortedSet<String> digests = new TreeSet<>();
        addresses.forEach(address -> digests.add(digest(address)));
        return digests;
    }

    private static SortedMap<String, String> digests(Map<String, String> ids) {
        SortedMap<String, String> digests = new TreeMap<>();
        ids.forEach((address, id) -> digests.put(digest(address), id));
        return digests;
    }

    static String digest(String address) {
        return Sha256.hex(address);
    }

    /** JSON, one document. */
    public String text() throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        root.put("schema", SCHEMA).put("stack", stack).put("created", created.toString());
        if (!run.isEmpty()) {
            root.put("run", run);
        }
        lineage.ifPresent(value -> root.put("lineage", value));
        serial.ifPresent(value -> root.put("serial", value));
        root.put("sha256", sha256);
        if (!sealed.isEmpty()) {
            root.put("sealed", sealed);
        }
        if (managed.isPresent()) {
            ArrayNode list = root.putArray("managed");
            managed.get().forEach(list::add);
        }
        if (!ids.isEmpty()) {
            ObjectNode digits = root.putObject("ids");
            ids.forEach(digits::put);
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** Reads what {@link #text()} wrote; empty when it is something else. */
    public static Optional<CustodyRecord> parse(byte[] text) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            if (root == null || !root.path("schema").asText("").equals(SCHEMA)) {
                return Optional.empty();
            }
            JsonNode serial = root.path("serial");
            Optional<SortedSet<String>> managed = Optional.empty();
            if (root.path("managed").isArray()) {
                SortedSet<String> addresses = new TreeSet<>();
                root.path("managed").forEach(address -> addresses.add(address.asText("")));
                managed = Optional.of(addresses);
            }
            SortedMap<String, String> ids = new TreeMap<>();
            root.path("ids")
                    .properties()
                    .forEach(id -> ids.put(id.getKey(), id.getValue().asText("")));
            return Optional.of(new CustodyRecord(
                    root.path("stack").asText(""),
                    Instant.parse(root.path("created").asText("")),
                    root.path("run").asText(""),
                    Optional.of(root.path("lineage").asText("")).filter(value -> !value.isBlank()),
                    serial.isIntegralNumber() ? OptionalLong.of(serial.longValue()) : OptionalLong.empty(),
                    root.path("sha256").asText(""),
                    root.path("sealed").asText(""),
                    managed,
                    ids));
        } catch (IOException | DateTimeParseException broken) {
            return Optional.empty();
        }
    }
}
