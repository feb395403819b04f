package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/**
 * A {@code helm_release} before and after a change. Sensitive values are compared and never shown: where one differs, its
 * path is among the changes and {@link HelmReleaseReader#SENSITIVE} stands for it.
 *
 * @param before empty when the release is created
 * @param after empty when the release is destroyed
 * @param values values that differ; all of them when the release is created or destroyed
 * @param strayed paths at which the values of the live release differ from those of the state before. The provider does not
 *     refresh {@code values}; it does refresh {@code metadata}, where the live ones are
 */
public record ReleaseComparison(
        Optional<HelmRelease> before, Optional<HelmRelease> after, List<PathChange> values, List<String> strayed) {

    public ReleaseComparison {
        values = List.copyOf(values);
        strayed = List.copyOf(strayed);
    }

    /**
     * Compares the two sides of a change.
     *
     * @param unknown the change's {@code after_unknown}
     */
    public static ReleaseComparison of(
            JsonNode before, JsonNode after, JsonNode unknown, JsonNode beforeSensitive, JsonNode afterSensitive) {
        SensitiveVeil veil = SensitiveVeil.numbering();
        Optional<HelmRelease> first = side(before, NullNode.getInstance(), beforeSensitive, veil);
        Optional<HelmRelease> second = side(after, unknown, afterSensitive, veil);
        List<PathChange> values = ValuesDiff.between(tree(first), tree(second)).stream()
                .map(change -> new PathChange(change.path(), veiled(change.before()), veiled(change.after())))
                .toList();
        return new ReleaseComparison(
                first,
                second,
                values,
                first.map(release -> strayed(release, before)).orElse(List.of()));
    }

    /** Of the live values only the paths are taken: they hold secrets, unmarked. */
    private static List<String> strayed(HelmRelease state, JsonNode attributes) {
        JsonNode metadata = attributes.path("metadata");
        String live = (metadata.isArray() ? metadata.path(0) : metadata)
                .path("values")
                .asText("");
        Optional<ObjectNode> tree = live.isBlank() ? Optional.empty() : ValuesDocument.read(live);
        boolean comparable = tree.isPresent()
                && !state.values().unknown()
                && !state.reusesValues()
                && state.unreadable().isEmpty();
        return comparable
                ? ValuesDiff.between(state.values().tree(), tree.get()).stream()
                        .filter(change -> change.before()
                                .filter(ReleaseComparison::isVeiled)
                                .isEmpty())
                        .map(PathChange::path)
                        .toList()
                : List.of();
    }

    private static boolean isVeiled(JsonNode node) {
        return node.isTextual() && node.textValue().startsWith(HelmReleaseReader.SENSITIVE);
    }

    /** Whether some values are known only after the apply, so that the changes are not all of them. */
    public boolean valuesUnknown() {
        return after.filter(release -> release.values().unknown()).isPresent();
    }

    private static Optional<HelmRelease> side(
            JsonNode attributes, JsonNode unknown, JsonNode sensitive, SensitiveVeil veil) {
        return attributes.isObject()
                ? Optional.of(HelmReleaseReader.read(attributes, unknown, sensitive, veil))
                : Optional.empty();
    }

    private static JsonNode tree(Optional<HelmRelease> release) {
        return release.<JsonNode>map(one -> one.values().tree()).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static Optional<JsonNode> veiled(Optional<JsonNode> value) {
        return value.map(node -> isVeiled(node) ? TextNode.valueOf(HelmReleaseReader.SENSITIVE) : node);
    }
}
