package dev.tinyland.gf.tofu.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes a store gives for a state (OpenTofu 1.12: {@code statefile/version4.go}, {@code encryption/base.go}).
 * Values are passed over; a byte order mark is refused, as OpenTofu refuses it.
 */
public final class StateReader {
    private static final int MAXIMUM_STRING = 256 * 1024 * 1024;
    private static final int DIGITS_OF_ID = 4;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9]{1,64})</Code>");

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public StateReader() {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAXIMUM_STRING)
                        .build());
    }

    public StateDocument read(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (head.isEmpty() && bytes.length <= 4096) {
            return new StateDocument.Empty();
        }
        if (head.startsWith("\uFEFF")) {
            return new StateDocument.NotJson(1);
        }
        if (head.startsWith("<")) {
            return page(head, bytes);
        }
        try {
            JsonNode root = json.readTree(bytes);
            return root == null || root.isMissingNode() ? new StateDocument.Empty() : document(root, bytes);
        } catch (JsonEOFException cut) {
            return new StateDocument.BrokenOff(bytes.length);
        } catch (JacksonException broken) {
            return new StateDocument.NotJson(
                    broken.getLocation() == null ? 0 : broken.getLocation().getLineNr());
        } catch (IOException impossible) {
            return new StateDocument.NotJson(0);
        }
    }

    private static StateDocument page(String head, byte[] bytes) {
        if (head.startsWith("<!doctype html") || head.contains("<html")) {
            return new StateDocument.Html();
        }
        Matcher code = CODE.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8));
        boolean found = code.find();
        return found || head.contains("<error")
                ? new StateDocument.ErrorPage(found ? code.group(1) : "")
                : new StateDocument.NotJson(1);
    }

    private static StateDocument document(JsonNode root, byte[] bytes) {
        if (!root.isObject()) {
            return new StateDocument.OtherShape("it is no object");
        }
        if (root.has("encrypted_data")) {
            return new StateDocument.Encrypted(
                    Optional.of(root.path("lineage").asText("")).filter(lineage -> !lineage.isBlank()),
                    root.path("serial").isIntegralNumber()
                            ? OptionalLong.of(root.path("serial").longValue())
                            : OptionalLong.empty(),
                    root.path("encryption_version").asText(""),
                    Sha256.hex(bytes),
                    bytes.length);
        }
        JsonNode version = root.path("version");
        if (!version.isIntegralNumber()) {
            return new StateDocument.OtherShape("version is missing");
        }
        if (version.longValue() != 4) {
            return new StateDocument.OtherVersion(version.bigIntegerValue().toString());
        }
        return wrong(root)
                .<StateDocument>map(StateDocument.OtherShape::new)
                .orElseGet(() -> new StateDocument.Plain(summary(root, bytes)));
    }

    private static Optional<String> wrong(JsonNode root) {
        JsonNode serial = root.path("serial");
        if (!serial.isIntegralNumber() || !serial.canConvertToLong() || serial.longValue() < 0) {
            return Optional.of("serial is no number of 0 or more");
        }
        if (!root.path("lineage").isTextual() || root.path("lineage").asText().isBlank()) {
            return Optional.of("lineage is missing");
        }
        return root.path("resources").isArray() ? Optional.empty() : Optional.of("resources is no list");
    }

    private static StateSummary summary(JsonNode root, byte[] bytes) {
        SortedSet<String> managed = new TreeSet<>();
        SortedMap<String, String> ids = new TreeMap<>();
        int dataSources = 0;
        for (JsonNode resource : root.path("resources")) {
            boolean data = resource.path("mode").asText("").equals("data");
            for (JsonNode instance : resource.path("instances")) {
                if (data) {
                    dataSources++;
                } else if (!instance.has("deposed")) {
                    String address = address(resource, instance);
                    managed.add(address);
                    JsonNode id = instance.path("attributes").path("id");
                    if (id.isValueNode() && !id.isNull() && !id.asText().isEmpty()) {
                        ids.put(
                                address,
                                Sha256.hex(address + '\n' + id.asText()).substring(0, DIGITS_OF_ID));
                    }
                }
            }
        }
        return new StateSummary(
                root.path("terraform_version").asText(""),
                root.path("lineage").asText(),
                root.path("serial").longValue(),
                managed,
                ids,
                dataSources,
                root.path("outputs").size(),
                Sha256.hex(bytes),
                bytes.length);
    }

    private static String address(JsonNode resource, JsonNode instance) {
        String module = resource.path("module").asText("");
        String address = (module.isEmpty() ? "" : module + ".")
                + resource.path("type").asText("")
                + "."
                + resource.path("name").asText("");
        JsonNode key = instance.path("index_key");
        if (key.isMissingNode() || key.isNull()) {
            return address;
        }
        return address + (key.isNumber() ? "[" + key.asText() + "]" : "[" + quoted(key.asText()) + "]");
    }

    /** As OpenTofu quotes an instance key in an address: HCL escapes, template introducers doubled. */
    private static String quoted(String key) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '$', '%' -> text.append(key.startsWith("{", i + 1) ? "" + c + c : "" + c);
                default -> text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
