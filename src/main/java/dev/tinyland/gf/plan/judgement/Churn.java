package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.plan.judgement.AttributeValue.Absent;
import dev.tinyland.gf.plan.judgement.AttributeValue.AfterApply;
import dev.tinyland.gf.plan.judgement.AttributeValue.Known;
import dev.tinyland.gf.plan.judgement.AttributeValue.Sensitive;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.ResourceMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells updates that change nothing a user could notice. One difference that is none of these, or one that cannot be seen,
 * and the update is no churn.
 */
final class Churn {
    private static final Pattern PULL_SECRETS =
            Pattern.compile("(?:^|[.\\]])(?:imagePullSecrets|image_pull_secrets?)(?:$|[.\\[])");

    /** What the Kubernetes API server writes into an object by itself. */
    private static final Pattern SERVER_METADATA = Pattern.compile(
            "metadata(?:\\[0])?\\.(?:resource_version|resourceVersion|generation|uid|managedFields|creationTimestamp)"
                    + "(?:$|[.\\[].*)");

    private Churn() {}

    static Set<ChurnClass> of(
            ResourceChange resource, AttributeDiff.Result attributes, Optional<ReleaseComparison> release) {
        if (resource.action() != PlannedAction.UPDATE || resource.mode() != ResourceMode.MANAGED) {
            return Set.of();
        }
        Set<ChurnClass> classes = EnumSet.noneOf(ChurnClass.class);
        for (AttributeChange change : attributes.changes()) {
            Optional<ChurnClass> one = of(change);
            if (one.isEmpty()) {
                return Set.of();
            }
            classes.add(one.get());
        }
        if (attributes.respelt()) {
            classes.add(ChurnClass.SPELLING);
        }
        if (release.isPresent()) {
            Optional<Set<ChurnClass>> values = ofValues(
                    release.get(), resource.change().before(), resource.change().after());
            if (values.isEmpty()) {
                return Set.of();
            }
            classes.addAll(values.get());
        }
        return classes;
    }

    private static Optional<ChurnClass> of(AttributeChange change) {
        if (PULL_SECRETS.matcher(change.path()).find()) {
            return Optional.of(ChurnClass.PULL_SECRETS);
        }
        if (SERVER_METADATA.matcher(change.path()).matches()) {
            return Optional.of(ChurnClass.METADATA);
        }
        return isEmpty(change.before()) && isEmpty(change.after())
                ? Optional.of(ChurnClass.EMPTINESS)
                : Optional.empty();
    }

    /** Empty where a value that matters differs, or may differ without being seen. */
    private static Optional<Set<ChurnClass>> ofValues(ReleaseComparison release, JsonNode before, JsonNode after) {
        boolean unseen = release.valuesUnknown()
                || release.after()
                        .filter(one -> one.reusesValues() || !one.unreadable().isEmpty())
                        .isPresent()
                || release.before()
                        .map(HelmRelease::unreadable)
                        .filter(paths -> !paths.isEmpty())
                        .isPresent();
        if (unseen) {
            return Optional.empty();
        }
        Set<ChurnClass> classes = EnumSet.noneOf(ChurnClass.class);
        for (PathChange change : release.values()) {
            if (PULL_SECRETS.matcher(change.path()).find()) {
                classes.add(ChurnClass.PULL_SECRETS);
            } else {
                return Optional.empty();
            }
        }
        if (release.values().isEmpty()) {
            boolean respelt = List.of("values", "set", "set_list", "set_sensitive").stream()
                    .anyMatch(key -> !before.path(key).equals(after.path(key)));
            classes.add(respelt ? ChurnClass.SPELLING : ChurnClass.METADATA);
        }
        return Optional.of(classes);
    }

    private static boolean isEmpty(AttributeValue value) {
        return switch (value) {
            case Absent _ -> true;
            case Known(JsonNode node) ->
                (node.isTextual() && node.textValue().isEmpty()) || (node.isContainerNode() && node.isEmpty());
            case Sensitive _, AfterApply _ -> false;
        };
    }
}
