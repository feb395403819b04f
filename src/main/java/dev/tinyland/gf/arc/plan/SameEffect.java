package dev.tinyland.gf.arc.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.PathChange;
import java.util.List;
import java.util.Optional;

/** Differences of values from which the chart renders the same: a default that is written out, an empty list that is left out. */
final class SameEffect {
    /** Values that have no default in the charts, so that empty and absent are the same to Kubernetes. */
    private static final List<String> WITHOUT_DEFAULT = List.of(
            "template.spec.imagePullSecrets",
            "template.spec.nodeSelector",
            "template.spec.tolerations",
            "template.spec.affinity",
            "template.spec.volumes",
            "template.spec.initContainers",
            "template.metadata",
            "listenerTemplate",
            "scaleSetLabels",
            "imagePullSecrets",
            "nodeSelector",
            "tolerations",
            "affinity",
            "resources",
            "podAnnotations",
            "podLabels",
            "env");

    private SameEffect() {}

    /**
     * Whether a change of one value leaves the lane as it is.
     *
     * @param nameBefore name of the Helm release, which stands in for a label that is not set
     */
    static boolean of(PathChange change, String nameBefore, String nameAfter) {
        return switch (change.path()) {
            case "runnerGroup" ->
                text(change.before(), LaneValues.DEFAULT_GROUP)
                        .equalsIgnoreCase(text(change.after(), LaneValues.DEFAULT_GROUP));
            case "runnerScaleSetName" -> text(change.before(), nameBefore).equals(text(change.after(), nameAfter));
            case "minRunners" -> isNone(change.before()) && isNone(change.after());
            default -> isVoid(change.before()) && isVoid(change.after()) && withoutDefault(change);
        };
    }

    private static boolean withoutDefault(PathChange change) {
        return WITHOUT_DEFAULT.stream().anyMatch(change::isUnder)
                || (change.isUnder("template.spec.containers") && !change.path().equals("template.spec.containers"));
    }

    private static String text(Optional<JsonNode> value, String fallback) {
        return value.map(node -> node.asText(""))
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .orElse(fallback);
    }

    /** No minimum is a minimum of 0. */
    private static boolean isNone(Optional<JsonNode> value) {
        return value.isEmpty()
                || value.get().isNull()
                || (value.get().isNumber() && value.get().longValue() == 0);
    }

    private static boolean isVoid(Optional<JsonNode> value) {
        return value.isEmpty()
                || value.get().isNull()
                || (value.get().isContainerNode() && value.get().isEmpty());
    }
}
