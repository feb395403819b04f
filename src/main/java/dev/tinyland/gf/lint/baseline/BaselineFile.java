package dev.tinyland.gf.lint.baseline;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The file of a baseline, {@code gf.lint-baseline/v1}. Nothing in it depends on the time or the place of writing. */
public final class BaselineFile {
    static final String SCHEMA = "gf.lint-baseline/v1";

    private static final Set<String> KEYS = Set.of("rule", "path", "fingerprint", "message");

    private BaselineFile() {}

    public static String write(Baseline baseline) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeArrayFieldStart("entries");
            for (BaselineEntry entry : baseline.entries()) {
                json.writeStartObject();
                json.writeStringField("rule", entry.rule());
                json.writeStringField("path", entry.path());
                json.writeStringField("fingerprint", entry.fingerprint());
                json.writeStringField("message", entry.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.append('\n').toString();
    }

    /**
     * Reads the text of a baseline.
     *
     * @throws IllegalArgumentException if it is none; the message is a clause that completes "the baseline …"
     */
    public static Baseline read(String text) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser json = factory.createParser(text)) {
            return read(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "is not JSON at line " + broken.getLocation().getLineNr(), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static Baseline read(JsonParser json) throws IOException {
        expect(json.nextToken(), JsonToken.START_OBJECT, json);
        boolean schema = false;
        List<BaselineEntry> entries = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "schema" -> {
                    schema = SCHEMA.equals(json.getText());
                    if (!schema) {
                        throw new IllegalArgumentException("has another schema than " + SCHEMA);
                    }
                }
                case "entries" -> {
                    expect(json.currentToken(), JsonToken.START_ARRAY, json);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        entries.add(entry(json));
                    }
                    expect(json.currentToken(), JsonToken.END_ARRAY, json);
                }
                default -> throw new IllegalArgumentException("has the unknown key `" + key + "`");
            }
        }
        expect(json.currentToken(), JsonToken.END_OBJECT, json);
        if (!schema) {
            throw new IllegalArgumentException("names no schema; " + SCHEMA + " is known");
        }
        return new Baseline(entries);
    }

    private static BaselineEntry entry(JsonParser json) throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            expect(json.nextToken(), JsonToken.VALUE_STRING, json);
            values.put(key, json.getText());
        }
        expect(json.currentToken(), JsonToken.END_OBJECT, json);
        if (!values.keySet().equals(KEYS)) {
            throw new IllegalArgumentException(
                    "has an entry at line " + line + " that is not of rule, path, fingerprint and message");
        }
        return new BaselineEntry(
                values.getOrDefault("rule", ""),
                values.getOrDefault("path", ""),
                values.getOrDefault("fingerprint", ""),
                values.getOrDefault("message", ""));
    }

    private static void expect(JsonToken found, JsonToken wanted, JsonParser json) throws IOException {
        if (found != wanted) {
            throw new IllegalArgumentException("reads otherwise than expected at line "
                    + json.currentLocation().getLineNr());
        }
    }
}
