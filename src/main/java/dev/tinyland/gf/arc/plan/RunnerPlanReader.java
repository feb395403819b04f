package dev.tinyland.gf.arc.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.tinyland.gf.arc.plan.PlannedRelease.Role;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.tofu.plan.Change;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.ResourceMode;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees the lanes and the controller in a plan, by the names of their charts in the contract. */
public final class RunnerPlanReader {
    private static final String RELEASE = "helm_release";

    /** What the values say already, what is computed, and what the version rules judge. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "values",
            "set",
            "set_list",
            "set_sensitive",
            "set_wo",
            "version",
            "metadata",
            "manifest",
            "resources",
            "status",
            "id");

    private final Contract contract;

    public RunnerPlanReader(Contract contract) {
        this.contract = contract;
    }

    public RunnerPlan read(TofuPlan plan) {
        List<PlannedRelease> releases = new ArrayList<>();
        List<ResourceChange> others = new ArrayList<>();
        for (ResourceChange resource : plan.resourceChanges()) {
            if (resource.type().equals(RELEASE) && resource.mode() == ResourceMode.MANAGED) {
                releases.add(release(resource));
            } else {
                others.add(resource);
            }
        }
        return new RunnerPlan(plan, releases, others);
    }

    /** One Helm release of a plan or of its drift. */
    public PlannedRelease release(ResourceChange resource) {
        Change change = resource.change();
        Optional<HelmRelease> before = side(change.before(), NullNode.getInstance(), change.beforeSensitive());
        Optional<HelmRelease> after = side(change.after(), change.afterUnknown(), change.afterSensitive());
        return new PlannedRelease(
                resource,
                role(before.or(() -> after)),
                before,
                after,
                values(change, before, after),
                before.isPresent() && after.isPresent() ? attributes(change) : List.of());
    }

    private static Optional<HelmRelease> side(JsonNode attributes, JsonNode unknown, JsonNode sensitive) {
        return attributes.isObject()
                ? Optional.of(HelmReleaseReader.read(attributes, unknown, sensitive))
                : Optional.empty();
    }

    private Role role(Optional<HelmRelease> release) {
        String chart = release.map(HelmRelease::chart).orElse("");
        if (chart.equals(contract.controller().runnerChart())) {
            return Role.LANE;
        }
        return chart.equals(contract.controller().chart()) ? Role.CONTROLLER : Role.OTHER;
    }

    private static List<PathChange> values(Change change, Optional<HelmRelease> before, Optional<HelmRelease> after) {
        if (after.isEmpty()) {
            return List.of();
        }
        List<PathChange> changes = new ArrayList<>(ReleaseComparison.of(
                        change.before(),
                        change.after(),
                        change.afterUnknown(),
                        change.beforeSensitive(),
                        change.afterSensitive())
                .values());
        // What is missing from values that are known only in part may stand in the other part.
        changes.removeIf(value -> after.get().values().unknown() && value.removed());
        before.ifPresent(was -> changes.removeIf(
                value -> SameEffect.of(value, was.name(), after.get().name())));
        return changes;
    }

    private static List<String> attributes(Change change) {
        Set<String> names = new LinkedHashSet<>();
        change.before().fieldNames().forEachRemaining(names::add);
        change.after().fieldNames().forEachRemaining(names::add);
        names.removeAll(NOT_COMPARED);
        return names.stream()
                .filter(name -> !isUnknown(change.afterUnknown().path(name)))
                .filter(name -> !same(change.before().path(name), change.after().path(name)))
                .toList();
    }

    private static boolean isUnknown(JsonNode node) {
        return node.isBoolean() && node.booleanValue();
    }

    /** Null, absent, empty text and an empty list are one and the same to the provider. */
    private static boolean same(JsonNode before, JsonNode after) {
        return (isEmpty(before) && isEmpty(after)) || before.equals(after);
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isTextual() && node.textValue().isEmpty())
                || (node.isContainerNode() && node.isEmpty());
    }
}
