package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two trees of values leaf by leaf. Lists whose items all have a {@code name} of their own are compared by it. */
public final class ValuesDiff {
    private final List<PathChange> changes = new ArrayList<>();

    private ValuesDiff() {}

    /** What differs, in the order of the values; equal numbers of other spelling and an order of keys are no difference. */
    public static List<PathChange> between(JsonNode before, JsonNode after) {
        ValuesDiff diff = new ValuesDiff();
        diff.compare("", before, after);
        return List.copyOf(diff.changes);
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before instanceof ObjectNode first && after instanceof ObjectNode second) {
            keys(first, second).forEach(key -> compare(join(path, key), first.get(key), second.get(key)));
        } else if (before instanceof ArrayNode first && after instanceof ArrayNode second) {
            compareLists(path, first, second);
        } else if (before instanceof ObjectNode object && after == null && !object.isEmpty()) {
            object.properties().forEach(entry -> compare(join(path, entry.getKey()), entry.getValue(), null));
        } else if (after instanceof ObjectNode object && before == null && !object.isEmpty()) {
            object.properties().forEach(entry -> compare(join(path, entry.getKey()), null, entry.getValue()));
        } else if (before instanceof ArrayNode list && after == null && !list.isEmpty()) {
            compareLists(path, list, list.arrayNode());
        } else if (after instanceof ArrayNode list && before == null && !list.isEmpty()) {
            compareLists(path, list.arrayNode(), list);
        } else if (!same(before, after)) {
            changes.add(new PathChange(path, Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }

    private void compareLists(String path, ArrayNode before, ArrayNode after) {
        Optional<Map<String, JsonNode>> first = byName(path, before);
        Optional<Map<String, JsonNode>> second = byName(path, after);
        if (first.isPresent() && second.isPresent()) {
            Set<String> names = new LinkedHashSet<>(first.get().keySet());
            names.addAll(second.get().keySet());
            for (String name : names) {
                JsonNode one = first.get().get(name);
                JsonNode other = second.get().get(name);
                boolean more = saysMore(one) || saysMore(other);
                compare(path + "[" + name + "]", more ? unnamed(one) : one, more ? unnamed(other) : other);
            }
            return;
        }
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            compare(path + "[" + i + "]", before.get(i), after.get(i));
        }
    }

    private static boolean saysMore(@Nullable JsonNode item) {
        return item != null && item.size() > 1;
    }

    /** The path says the name already. */
    private static @Nullable JsonNode unnamed(@Nullable JsonNode item) {
        return item instanceof ObjectNode object ? object.deepCopy().without("name") : item;
    }

    /** Items by their names; of variables of one name the last one counts, as it does in a container. */
    private static Optional<Map<String, JsonNode>> byName(String path, ArrayNode list) {
        boolean variables = path.endsWith(".env");
        Map<String, JsonNode> items = new LinkedHashMap<>();
        for (JsonNode item : list) {
            String name = item.path("name").asText("");
            if (name.isEmpty() || (items.put(name, item) != null && !variables)) {
                return Optional.empty();
            }
        }
        return Optional.of(items);
    }

    private static Set<String> keys(ObjectNode first, ObjectNode second) {
        Set<String> keys = new LinkedHashSet<>();
        first.fieldNames().forEachRemaining(keys::add);
        second.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean same(@Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        if (before.isNumber() && after.isNumber()) {
            BigDecimal first = before.decimalValue();
            return first.compareTo(after.decimalValue()) == 0;
        }
        return before.equals(after);
    }
}
