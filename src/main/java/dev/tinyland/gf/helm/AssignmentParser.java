package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes assignments into a tree of values by the grammar of Helm's {@code --set}: dots part keys, {@code [n]} names a list
 * item, a backslash takes the next character as it is, commas part assignments and {@code {a,b}} is a list.
 *
 * <p>Source: Helm 3 {@code pkg/strvals/parser.go}.
 */
final class AssignmentParser {
    /** Helm refuses higher indices, so that one assignment cannot fill the memory. */
    private static final int MAXIMUM_INDEX = 65_536;

    private AssignmentParser() {}

    /** @throws MalformedAssignmentException where Helm would refuse it too */
    static void assign(ObjectNode values, ValueAssignment assignment) {
        if (assignment.type() == ValueAssignment.Type.LITERAL) {
            write(values, path(assignment.name()), TextNode.valueOf(assignment.value()));
            return;
        }
        String text = assignment.value();
        if (text.startsWith("{") && text.endsWith("}") && text.length() >= 2) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            String inner = text.substring(1, text.length() - 1);
            if (!inner.isEmpty()) {
                split(inner).forEach(item -> list.add(typed(item, assignment.type())));
            }
            write(values, path(assignment.name()), list);
            return;
        }
        List<String> parts = split(text);
        write(values, path(assignment.name()), typed(parts.getFirst(), assignment.type()));
        for (String further : parts.subList(1, parts.size())) {
            int equals = further.indexOf('=');
            if (equals < 0) {
                throw new MalformedAssignmentException(assignment.name(), "a comma in its value must be escaped");
            }
            write(values, path(further.substring(0, equals)), typed(further.substring(equals + 1), assignment.type()));
        }
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(text.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static JsonNode typed(String text, ValueAssignment.Type type) {
        if (type != ValueAssignment.Type.AUTOMATIC && type != ValueAssignment.Type.LIST_ITEM) {
            return TextNode.valueOf(text);
        }
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "null" -> NullNode.getInstance();
            case "0" -> LongNode.valueOf(0);
            default -> wholeNumber(text);
        };
    }

    /** A number that starts with 0 stays a string, as an octal mode or an account number would be meant. */
    private static JsonNode wholeNumber(String text) {
        if (text.startsWith("0") || !text.matches("[+-]?[0-9]{1,19}")) {
            return TextNode.valueOf(text);
        }
        try {
            return LongNode.valueOf(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return TextNode.valueOf(text);
        }
    }

    /** A key, or the index of a list item. */
    private sealed interface Step {
        record Key(String name) implements Step {}

        record Index(int index) implements Step {}
    }

    private static List<Step> path(String name) {
        List<Step> steps = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean keyOpen = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                key.append(name.charAt(++i));
            } else if (c == '.') {
                if (keyOpen) {
                    steps.add(new Step.Key(key.toString()));
                }
                key.setLength(0);
                keyOpen = true;
            } else if (c == '[') {
                if (keyOpen) {
                    steps.add(new Step.Key(key.toString()));
                    key.setLength(0);
                    keyOpen = false;
                }
                int close = name.indexOf(']', i);
                steps.add(new Step.Index(index(name, close < 0 ? "" : name.substring(i + 1, close))));
                i = close;
            } else {
                key.append(c);
            }
        }
        if (keyOpen) {
            steps.add(new Step.Key(key.toString()));
        }
        if (!(steps.getFirst() instanceof Step.Key(String first)) || first.isEmpty()) {
            throw new MalformedAssignmentException(name, "it has no key");
        }
        return steps;
    }

    private static int index(String name, String digits) {
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) > MAXIMUM_INDEX) {
            throw new MalformedAssignmentException(name, "its index is no number up to " + MAXIMUM_INDEX);
        }
        return Integer.parseInt(digits);
    }

    private static void write(ObjectNode values, List<Step> path, JsonNode value) {
        JsonNode parent = values;
        for (int i = 0; i < path.size(); i++) {
            boolean last = i == path.size() - 1;
            boolean listNext = !last && path.get(i + 1) instanceof Step.Index;
            parent = switch (path.get(i)) {
                case Step.Key(String name) -> {
                    ObjectNode object = (ObjectNode) parent;
                    yield last
                            ? object.set(name, value)
                            : child(object.get(name), listNext, fresh -> object.set(name, fresh));
                }
                case Step.Index(int index) -> {
                    ArrayNode array = (ArrayNode) parent;
                    while (array.size() <= index) {
                        array.addNull();
                    }
                    yield last
                            ? array.set(index, value)
                            : child(array.get(index), listNext, fresh -> array.set(index, fresh));
                }
            };
        }
    }

    private static JsonNode child(@Nullable JsonNode present, boolean list, Consumer<JsonNode> store) {
        if (present != null && (list ? present.isArray() : present.isObject())) {
            return present;
        }
        JsonNode fresh = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        store.accept(fresh);
        return fresh;
    }
}
