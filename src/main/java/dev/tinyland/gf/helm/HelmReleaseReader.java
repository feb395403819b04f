package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the attributes of a {@code helm_release}. {@code metadata} is never read: the provider keeps every merged value
 * there, secrets included, unmarked (terraform-provider-helm #1315).
 */
public final class HelmReleaseReader {

    /** Stands in the tree where a value is sensitive, so that nothing of it can be shown or compared by accident. */
    public static final String SENSITIVE = "(sensitive)";

    /** Stands in the tree where an assignment's value is known only after the apply. */
    public static final String UNKNOWN = "(known after apply)";

    private static final Pattern ARCHIVE = Pattern.compile("(.+?)-v?\\d+\\.\\d+\\.\\d+[^/]*\\.tgz");

    private HelmReleaseReader() {}

    /**
     * Reads one side of a change.
     *
     * @param attributes {@code before} or {@code after} of the change
     * @param unknown its {@code after_unknown}, or JSON null for {@code before}
     * @param sensitive its {@code before_sensitive} or {@code after_sensitive}
     */
    public static HelmRelease read(JsonNode attributes, JsonNode unknown, JsonNode sensitive) {
        return read(attributes, unknown, sensitive, SensitiveVeil.plain());
    }

    static HelmRelease read(JsonNode attributes, JsonNode unknown, JsonNode sensitive, SensitiveVeil veil) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        Set<String> hidden = new TreeSet<>();
        List<String> unreadable = new ArrayList<>();
        boolean open = documents(attributes, unknown, sensitive, tree, veil, hidden, unreadable);
        for (String block : List.of("set", "set_list", "set_sensitive", "set_wo")) {
            open |= assignments(block, attributes, unknown, sensitive, tree, veil, hidden, unreadable);
        }
        return new HelmRelease(
                attributes.path("name").asText(""),
                attributes.path("namespace").asText(""),
                chartName(attributes.path("chart").asText("")),
                attributes.path("repository").asText(""),
                Optional.of(attributes.path("version"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue),
                new EffectiveValues(tree, hidden, open),
                attributes.path("reuse_values").asBoolean(false),
                unreadable);
    }

    /** An OCI or file address names its chart last; an archive's name ends with the version. */
    private static String chartName(String chart) {
        String name = chart.substring(chart.lastIndexOf('/') + 1);
        Matcher archive = ARCHIVE.matcher(name);
        return archive.matches() ? archive.group(1) : name;
    }

    private static boolean documents(
            JsonNode attributes,
            JsonNode unknown,
            JsonNode sensitive,
            ObjectNode tree,
            SensitiveVeil veil,
            Set<String> hidden,
            List<String> unreadable) {
        boolean open = isTrue(unknown.path("values"));
        JsonNode documents = attributes.path("values");
        for (int i = 0; i < documents.size(); i++) {
            JsonNode document = documents.path(i);
            boolean later = isTrue(unknown.path("values").path(i));
            if (later || !document.isTextual()) {
                open |= later || !document.isNull();
                continue;
            }
            boolean secret = isTrue(sensitive.path("values"))
                    || isTrue(sensitive.path("values").path(i));
            Optional<ObjectNode> read = ValuesDocument.read(document.textValue());
            if (read.isEmpty()) {
                unreadable.add("values[" + i + "]");
                open = true;
                continue;
            }
            ObjectNode values = read.get();
            if (secret) {
                hide(values, "", veil, hidden);
            }
            merge(tree, values);
        }
        return open;
    }

    private static boolean assignments(
            String block,
            JsonNode attributes,
            JsonNode unknown,
            JsonNode sensitive,
            ObjectNode tree,
            SensitiveVeil veil,
            Set<String> hidden,
            List<String> unreadable) {
        boolean open = isTrue(unknown.path(block));
        JsonNode entries = attributes.path(block);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.path(i);
            String name = entry.path("name").asText("");
            boolean secret = block.equals("set_sensitive")
                    || block.equals("set_wo")
                    || isTrue(sensitive.path(block))
                    || isTrue(sensitive.path(block).path(i).path("value"));
            JsonNode doubt = unknown.path(block).path(i);
            boolean later = isTrue(doubt) || holdsTrue(doubt.path("value"));
            open |= later;
            if (name.isEmpty()) {
                continue;
            }
            try {
                if (later || secret) {
                    String word =
                            later ? UNKNOWN : veil.over(entry.path("value")).textValue();
                    AssignmentParser.assign(tree, new ValueAssignment(name, word, ValueAssignment.Type.LITERAL));
                } else {
                    AssignmentParser.assign(tree, of(block, name, entry));
                }
                if (secret) {
                    hidden.add(name);
                }
            } catch (MalformedAssignmentException | ClassCastException malformed) {
                unreadable.add(block + "[" + name + "]");
                open = true;
            }
        }
        return open;
    }

    private static ValueAssignment of(String block, String name, JsonNode entry) {
        if (block.equals("set_list")) {
            List<String> items = new ArrayList<>();
            entry.path("value").forEach(item -> items.add(item.asText("").replace(",", "\\,")));
            return new ValueAssignment(name, "{" + String.join(",", items) + "}", ValueAssignment.Type.LIST_ITEM);
        }
        ValueAssignment.Type type = switch (entry.path("type").asText("")) {
            case "string" -> ValueAssignment.Type.STRING;
            case "literal" -> ValueAssignment.Type.LITERAL;
            default -> ValueAssignment.Type.AUTOMATIC;
        };
        return new ValueAssignment(name, entry.path("value").asText(""), type);
    }

    private static void hide(ObjectNode values, String path, SensitiveVeil veil, Set<String> hidden) {
        for (String key : keys(values)) {
            String inner = path.isEmpty() ? key : path + "." + key;
            if (values.get(key) instanceof ObjectNode object) {
                hide(object, inner, veil, hidden);
            } else {
                if (veil.isNumbering() && values.get(key) instanceof ArrayNode list && isNamed(list)) {
                    list.forEach(item -> hideUnderName((ObjectNode) item, inner, veil, hidden));
                } else {
                    values.set(key, veil.over(values.get(key)));
                }
                hidden.add(inner);
            }
        }
    }

    private static void hideUnderName(ObjectNode item, String path, SensitiveVeil veil, Set<String> hidden) {
        JsonNode name = item.get("name");
        hide(item, path, veil, hidden);
        item.set("name", name);
    }

    /** Whether every item is an object with a name that can stand in a path: containers, variables, volumes. */
    private static boolean isNamed(ArrayNode list) {
        for (JsonNode item : list) {
            if (!item.isObject() || !item.path("name").asText("").matches("[A-Za-z_][A-Za-z0-9_.-]{0,62}")) {
                return false;
            }
        }
        return !list.isEmpty();
    }

    private static List<String> keys(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Objects are merged, everything else is replaced, as Helm merges values. */
    private static void merge(ObjectNode into, ObjectNode from) {
        for (String key : keys(from)) {
            JsonNode value = from.get(key);
            if (into.get(key) instanceof ObjectNode present && value instanceof ObjectNode object) {
                merge(present, object);
            } else {
                into.set(key, value);
            }
        }
    }

    /** A list is unknown as soon as one of its items is. */
    private static boolean holdsTrue(JsonNode node) {
        for (JsonNode item : node) {
            if (holdsTrue(item)) {
                return true;
            }
        }
        return isTrue(node);
    }

    private static boolean isTrue(JsonNode node) {
        return node.isBoolean() && node.booleanValue();
    }
}
