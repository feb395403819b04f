package dev.tinyland.gf.tofu.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A constant of HCL; a backend configuration takes nothing else. */
public sealed interface Literal {

    record Text(String value) implements Literal {}

    record Flag(boolean value) implements Literal {}

    /** A number as written. */
    record Numeral(String value) implements Literal {}

    record Null() implements Literal {}

    record Tuple(List<Literal> items) implements Literal {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, Literal> entries) implements Literal {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** The constant as HCL on one line, as {@code tofu fmt} leaves it. */
    default String hcl() {
        return switch (this) {
            case Text(String value) -> quoted(value);
            case Flag(boolean value) -> Boolean.toString(value);
            case Numeral(String value) -> value;
            case Null _ -> "null";
            case Tuple(List<Literal> items) ->
                "[" + String.join(", ", items.stream().map(Literal::hcl).toList()) + "]";
            case Mapping(Map<String, Literal> entries) when entries.isEmpty() -> "{}";
            case Mapping(Map<String, Literal> entries) ->
                "{ "
                        + String.join(
                                ", ",
                                entries.entrySet().stream()
                                        .map(entry -> key(entry.getKey()) + " = "
                                                + entry.getValue().hcl())
                                        .toList())
                        + " }";
        };
    }

    private static String key(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : quoted(name);
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean template = (c == '$' || c == '%') && i + 1 < value.length() && value.charAt(i + 1) == '{';
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(template ? "" + c + c : "" + c);
            }
        }
        return text.append('"').toString();
    }
}
