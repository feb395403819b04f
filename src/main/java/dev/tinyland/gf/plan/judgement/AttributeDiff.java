package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.helm.ValuesDiff;
import dev.tinyland.gf.helm.ValuesDocument;
import dev.tinyland.gf.plan.judgement.AttributeValue.Absent;
import dev.tinyland.gf.plan.judgement.AttributeValue.AfterApply;
import dev.tinyland.gf.plan.judgement.AttributeValue.Known;
import dev.tinyland.gf.plan.judgement.AttributeValue.Sensitive;
import dev.tinyland.gf.tofu.plan.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the two sides of a change attribute by attribute, along the marks that lie beside them: sensitive values are
 * compared and not kept, values that are known after the apply differ from whatever was there. A text that holds a JSON or
 * YAML document on both sides is compared as the document.
 */
final class AttributeDiff {
    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<List<String>> replacePaths;
    private final Set<String> leftOut;
    private final List<AttributeChange> changes = new ArrayList<>();
    private boolean respelt;

    private AttributeDiff(List<List<String>> replacePaths, Set<String> leftOut) {
        this.replacePaths = replacePaths;
        this.leftOut = leftOut;
    }

    /**
     * What differs.
     *
     * @param respelt whether a document differs in its spelling alone, which is no change
     */
    record Result(List<AttributeChange> changes, boolean respelt) {}

    /** @param leftOut attributes at the root that something else compares */
    static Result of(Change change, Set<String> leftOut) {
        AttributeDiff diff = new AttributeDiff(change.replacePaths(), leftOut);
        diff.compare(
                List.of(),
                "",
                change.before(),
                change.after(),
                change.afterUnknown(),
                change.beforeSensitive(),
                change.afterSensitive());
        return new Result(List.copyOf(diff.changes), diff.respelt);
    }

    private void compare(
            List<String> steps,
            String path,
            JsonNode before,
            JsonNode after,
            JsonNode unknown,
            JsonNode beforeSensitive,
            JsonNode afterSensitive) {
        boolean later = isTrue(unknown);
        boolean hiddenBefore = isTrue(beforeSensitive);
        boolean hiddenAfter = isTrue(afterSensitive);
        if (later || hiddenBefore || hiddenAfter) {
            if (later || !same(before, after) || hiddenBefore != hiddenAfter) {
                add(steps, path, side(before, hiddenBefore), later ? new AfterApply() : side(after, hiddenAfter));
            }
            return;
        }
        boolean objects = (before.isObject() || isNothing(before))
                && (after.isObject() || isNothing(after))
                && (before.size() + after.size() + unknown.size() > 0)
                && (before.isObject() || after.isObject() || unknown.isObject());
        boolean lists = (before.isArray() || isNothing(before))
                && (after.isArray() || isNothing(after))
                && before.size() + after.size() > 0;
        if (objects) {
            for (String key : keys(before, after, unknown)) {
                if (!steps.isEmpty() || !leftOut.contains(key)) {
                    compare(
                            with(steps, key),
                            path.isEmpty() ? key : path + "." + key,
                            before.path(key),
                            after.path(key),
                            unknown.path(key),
                            beforeSensitive.path(key),
                            afterSensitive.path(key));
                }
            }
        } else if (lists) {
            compareLists(steps, path, before, after, unknown, beforeSensitive, afterSensitive);
        } else if (!same(before, after) && !comparedAsDocuments(steps, path, before, after)) {
            addWhole(steps, path, before, after, beforeSensitive, afterSensitive);
        } else if (same(before, after) && holdsTrue(unknown)) {
            add(steps, path, side(before, false), new AfterApply());
        }
    }

    private void compareLists(
            List<String> steps,
            String path,
            JsonNode before,
            JsonNode after,
            JsonNode unknown,
            JsonNode beforeSensitive,
            JsonNode afterSensitive) {
        if (same(before, after) && !holdsTrue(unknown)) {
            return;
        }
        boolean plain = !holdsTrue(unknown) && !holdsTrue(beforeSensitive) && !holdsTrue(afterSensitive);
        if (plain && scalars(before) && scalars(after)) {
            add(steps, path, side(before, false), side(after, false));
            return;
        }
        Optional<List<String>> names = names(before, after);
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < after.size(); i++) {
            int other = names.isPresent() ? indexOf(before, after.get(i)) : (i < before.size() ? i : -1);
            if (other >= 0) {
                taken.add(other);
            }
            String label = names.isPresent() ? after.get(i).path("name").textValue() : Integer.toString(i);
            compare(
                    with(steps, Integer.toString(i)),
                    path + "[" + label + "]",
                    other >= 0 ? before.get(other) : NOTHING,
                    after.get(i),
                    unknown.path(i),
                    other >= 0 ? beforeSensitive.path(other) : NOTHING,
                    afterSensitive.path(i));
        }
        for (int i = 0; i < before.size(); i++) {
            if (!taken.contains(i)) {
                String label = names.isPresent() ? before.get(i).path("name").textValue() : Integer.toString(i);
                compare(
                        with(steps, Integer.toString(i)),
                        path + "[" + label + "]",
                        before.get(i),
                        NOTHING,
                        NOTHING,
                        beforeSensitive.path(i),
                        NOTHING);
            }
        }
    }

    /** A list or an object against something else: shown whole, unless a part of it is sensitive. */
    private void addWhole(
            List<String> steps,
            String path,
            JsonNode before,
            JsonNode after,
            JsonNode beforeSensitive,
            JsonNode afterSensitive) {
        add(steps, path, side(before, holdsTrue(beforeSensitive)), side(after, holdsTrue(afterSensitive)));
    }

    private boolean comparedAsDocuments(List<String> steps, String path, JsonNode before, JsonNode after) {
        Optional<JsonNode> first = document(before);
        Optional<JsonNode> second = document(after);
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        List<PathChange> differences = ValuesDiff.between(first.get(), second.get());
        respelt |= differences.isEmpty();
        for (PathChange difference : differences) {
            add(
                    steps,
                    path + (difference.path().startsWith("[") ? "" : ".") + difference.path(),
                    difference.before().<AttributeValue>map(Known::new).orElseGet(Absent::new),
                    difference.after().<AttributeValue>map(Known::new).orElseGet(Absent::new));
        }
        return true;
    }

    private static Optional<JsonNode> document(JsonNode node) {
        if (!node.isTextual()) {
            return Optional.empty();
        }
        String text = node.textValue().strip();
        if ((text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]"))) {
            try {
                return Optional.of(JSON.readTree(text));
            } catch (JacksonException noJson) {
                return Optional.empty();
            }
        }
        return text.contains("\n") && text.contains(":")
                ? ValuesDocument.read(text).filter(tree -> tree.size() > 1).map(tree -> tree)
                : Optional.empty();
    }

    private void add(List<String> steps, String path, AttributeValue before, AttributeValue after) {
        changes.add(new AttributeChange(path.isEmpty() ? "value" : path, before, after, forces(steps)));
    }

    private boolean forces(List<String> steps) {
        return replacePaths.stream().anyMatch(path -> startsWith(steps, path) || startsWith(path, steps));
    }

    private static boolean startsWith(List<String> steps, List<String> beginning) {
        return !beginning.isEmpty()
                && steps.size() >= beginning.size()
                && steps.subList(0, beginning.size()).equals(beginning);
    }

    private static AttributeValue side(JsonNode value, boolean hidden) {
        if (isNothing(value)) {
            return new Absent();
        }
        return hidden ? new Sensitive() : new Known(value);
    }

    private static Optional<List<String>> names(JsonNode before, JsonNode after) {
        List<String> all = new ArrayList<>();
        for (JsonNode list : List.of(before, after)) {
            Set<String> names = new LinkedHashSet<>();
            for (JsonNode item : list) {
                if (!item.path("name").isTextual()
                        || item.path("name").textValue().isEmpty()
                        || !names.add(item.path("name").textValue())) {
                    return Optional.empty();
                }
            }
            all.addAll(names);
        }
        return Optional.of(all);
    }

    private static int indexOf(JsonNode list, JsonNode named) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("name").equals(named.path("name"))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean scalars(JsonNode list) {
        for (JsonNode item : list) {
            if (item.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> keys(JsonNode... nodes) {
        Set<String> keys = new LinkedHashSet<>();
        for (JsonNode node : nodes) {
            node.fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    private static List<String> with(List<String> steps, String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    private static boolean holdsTrue(JsonNode node) {
        if (isTrue(node)) {
            return true;
        }
        for (JsonNode child : node) {
            if (holdsTrue(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrue(JsonNode node) {
        return node.isBoolean() && node.booleanValue();
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean same(JsonNode before, JsonNode after) {
        return (isNothing(before) && isNothing(after)) || before.equals(after);
    }
}
