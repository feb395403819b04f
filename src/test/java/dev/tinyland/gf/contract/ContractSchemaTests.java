package dev.tinyland.gf.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema, which editors use, says the same as the records, which the program uses. */
class ContractSchemaTests {
    private static final Path SCHEMA = Path.of("config/contract.schema.json");

    @Test
    void theBuiltInContractFollowsTheSchema() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
        String contract = Files.readString(Path.of("config/contract.yaml"));
        assertEquals(Set.of(), schema.validate(contract, InputFormat.YAML));
        assertFalse(schema.validate(contract.replace("type: dind", "type: kvm"), InputFormat.YAML)
                .isEmpty());
    }

    @Test
    void schemaAndRecordsHaveTheSameKeys() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA.toFile());
        List<String> differences = new ArrayList<>();
        compare(Contract.class, schema, "", differences);
        assertEquals(List.of(), differences);
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        List<String> silent = new ArrayList<>();
        describe(new ObjectMapper().readTree(SCHEMA.toFile()), "", silent);
        assertEquals(List.of(), silent);
    }

    private static void compare(Type type, JsonNode schema, String key, List<String> differences) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == List.class) {
                expect(schema, "array", key, differences);
                compare(element, schema.path("items"), key + "[]", differences);
            } else if (generic.getRawType() == java.util.Map.class) {
                expect(schema, "object", key, differences);
                compare(element, schema.path("additionalProperties"), key + ".*", differences);
            } else {
                compare(element, schema, key, differences);
            }
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            expect(schema, "object", key, differences);
            record(plain, schema, key, differences);
        } else if (plain.isEnum()) {
            List<String> words = Arrays.stream(plain.getEnumConstants())
                    .map(constant -> RecordReader.wordOf((Enum<?>) constant))
                    .toList();
            List<String> written = new ArrayList<>();
            schema.path("enum").forEach(word -> written.add(word.asText()));
            note(words.equals(written), key + ": " + words + " against " + written, differences);
        } else if (!schema.has("const")) {
            expect(
                    schema,
                    plain == String.class ? "string" : plain == boolean.class ? "boolean" : "integer",
                    key,
                    differences);
        }
    }

    private static void record(Class<?> type, JsonNode schema, String key, List<String> differences) {
        Set<String> properties = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(properties::add);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> components = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = RecordReader.keyOf(component);
            components.add(name);
            if (component.getType() != java.util.Optional.class) {
                needed.add(name);
            }
            compare(component.getGenericType(), schema.path("properties").path(name), key + "." + name, differences);
        }
        note(components.equals(properties), key + ": " + components + " against " + properties, differences);
        note(needed.equals(required), key + " requires " + needed + " against " + required, differences);
        note(
                schema.path("additionalProperties").isBoolean()
                        && !schema.path("additionalProperties").asBoolean(),
                key + " takes further keys",
                differences);
    }

    private static void expect(JsonNode schema, String type, String key, List<String> differences) {
        String written = schema.path("type").asText();
        note(written.equals(type), key + ": " + type + " against " + written, differences);
    }

    private static void note(boolean same, String difference, List<String> differences) {
        if (!same) {
            differences.add(difference);
        }
    }

    private static void describe(JsonNode node, String path, List<String> silent) {
        assertTrue(node.isContainerNode());
        node.path("properties").properties().forEach(property -> {
            String key = path + "." + property.getKey();
            if (property.getValue().path("description").asText().isBlank()) {
                silent.add(key);
            }
            describe(property.getValue(), key, silent);
        });
        for (String inner : List.of("items", "additionalProperties")) {
            if (node.path(inner).isObject()) {
                describe(node.path(inner), path + "[]", silent);
            }
        }
    }
}
