package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
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
 */
public record ReleaseComparison(Optional<HelmRelease> before, Optional<HelmRelease> after, List<PathChange> values) {

    public ReleaseComparison {
        values = List.copyOf(values);
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
        return new ReleaseComparison(first, second, values);
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
        return value.map(node -> node.isTextual() && node.textValue().startsWith(HelmReleaseReader.SENSITIVE)
                ? TextNode.valueOf(HelmReleaseReader.SENSITIVE)
                : node);
    }
}
