package dev.tinyland.gf.expression;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** JSON as {@code fromJSON} reads and {@code toJSON} writes it: two blanks of indentation, in the runner's own form. */
final class JsonText {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    static Value read(String text, Function<String, EvaluationStop> stop) throws EvaluationStop {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw stop.apply("empty input");
            }
            Value value = value(parser);
            if (parser.nextToken() != null) {
                throw stop.apply("Error parsing JSON: more than one value");
            }
            return value;
        } catch (IOException e) {
            throw stop.apply("Error parsing JSON: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Value value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_NULL -> Values.NULL;
            case VALUE_TRUE -> Values.TRUE;
            case VALUE_FALSE -> Values.FALSE;
            case VALUE_STRING -> Value.of(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Numeric(parser.getDoubleValue());
            case START_ARRAY -> {
                List<Value> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield Value.Array.of(items);
            }
            case START_OBJECT -> {
                Map<String, Value> entries = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    entries.put(name, value(parser));
                }
                yield Value.Mapping.of(entries);
            }
            case END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("unexpected " + token);
        };
    }

    /** Where a value holds something unknown, at any depth; an open object does. */
    static Set<String> unknownsIn(Value value) {
        Set<String> origins = new TreeSet<>(value.origins());
        switch (value) {
            case Value.Array array -> array.items().forEach(item -> origins.addAll(unknownsIn(item)));
            case Value.Mapping object -> {
                object.openPath().ifPresent(origins::add);
                object.values().forEach(item -> origins.addAll(unknownsIn(item)));
            }
            case Value.Null _, Value.Bool _, Value.Numeric _, Value.Text _, Value.Unknown _ -> {}
        }
        return origins;
    }

    static String write(Value value) {
        StringBuilder json = new StringBuilder();
        write(value, "", json);
        return json.toString();
    }

    private static void write(Value value, String indentation, StringBuilder json) {
        String inner = indentation + "  ";
        switch (value) {
            case Value.Array array -> {
                String separator = "[\n";
                for (Value item : array.items()) {
                    json.append(separator).append(inner);
                    write(item, inner, json);
                    separator = ",\n";
                }
                json.append(array.items().isEmpty() ? "[]" : "\n" + indentation + "]");
            }
            case Value.Mapping object -> {
                String separator = "{\n";
                for (String key : object.keys()) {
                    json.append(separator).append(inner).append(quote(key)).append(": ");
                    write(object.get(key), inner, json);
                    separator = ",\n";
                }
                json.append(object.keys().isEmpty() ? "{}" : "\n" + indentation + "}");
            }
            case Value.Text text -> json.append(quote(text.value()));
            case Value.Null _ -> json.append("null");
            case Value.Bool _, Value.Numeric _ -> json.append(Coercion.text(value));
            case Value.Unknown _ -> throw new IllegalArgumentException("an unknown value has no JSON");
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                default -> {
                    boolean escaped = c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029';
                    quoted.append(escaped ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
