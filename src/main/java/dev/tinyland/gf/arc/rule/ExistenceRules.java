package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.PlannedRelease.Role;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.ResourceMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What comes into being and what goes. */
final class ExistenceRules {
    private static final Set<String> GUARDED_TYPES =
            Set.of("kubernetes_namespace", "kubernetes_namespace_v1", "kubernetes_secret", "kubernetes_secret_v1");
    private static final Set<String> MANIFEST_TYPES = Set.of("kubernetes_manifest", "kubectl_manifest");
    private static final Set<String> GUARDED_KINDS =
            Set.of("Namespace", "Secret", "CustomResourceDefinition", "AutoscalingRunnerSet");
    private static final Pattern KIND_LINE =
            Pattern.compile("(?m)^[\"']?kind[\"']?:\\s*[\"']?(?:" + String.join("|", GUARDED_KINDS) + ")\\b");

    private ExistenceRules() {}

    /** AP01: what a destroy takes with it cannot be had back by applying again. */
    static PlanRule destroyed() {
        return PlanWide.of("AP01", "nothing guarded is destroyed", true, (plan, context) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (ResourceChange change : plan.plan().resourceChanges()) {
                if (change.action().destroys() && change.mode() == ResourceMode.MANAGED && guarded(plan, change)) {
                    boolean allowed = context.allowDestroy().contains(change.address());
                    outcomes.add(Outcome.found(
                            "AP01",
                            allowed ? Level.INFO : Level.BLOCK,
                            subject(plan, change),
                            names(plan, change),
                            (change.action().replaces() ? "is replaced" : "is destroyed")
                                    + (allowed ? ", as allow-destroy says" : ""),
                            "running jobs are ended, and what workflows wait for is gone until it is made again",
                            allowed ? "" : "if it is meant: allow-destroy: " + change.address()));
                }
            }
            return outcomes;
        });
    }

    private static boolean guarded(RunnerPlan plan, ResourceChange change) {
        boolean release = plan.releases().stream()
                .anyMatch(one -> one.address().equals(change.address()) && one.role() != Role.OTHER);
        return release
                || GUARDED_TYPES.contains(change.type())
                || (MANIFEST_TYPES.contains(change.type())
                        && guardedKind(change.change().before()));
    }

    private static boolean guardedKind(JsonNode manifest) {
        if (manifest.has("yaml_body")) {
            return KIND_LINE.matcher(manifest.path("yaml_body").asText("")).find();
        }
        return GUARDED_KINDS.contains(manifest.path("manifest").path("kind").asText(""));
    }

    private static Set<String> names(RunnerPlan plan, ResourceChange change) {
        Set<String> names = new TreeSet<>();
        names.add(change.address());
        names.add(subject(plan, change));
        return names;
    }

    static String subject(RunnerPlan plan, ResourceChange change) {
        return plan.releases().stream()
                .filter(release -> release.address().equals(change.address()))
                .map(PlannedRelease::subject)
                .findFirst()
                .orElse(change.address());
    }

    /** AP10: an empty state and a full cluster make the most dangerous plan there is. */
    static PlanRule greenfield() {
        return PlanWide.of("AP10", "not everything is created anew", true, (plan, context) -> {
            boolean priorManaged = plan.plan().prior().stream().anyMatch(prior -> prior.mode() == ResourceMode.MANAGED);
            List<PlannedRelease> lanes = plan.lanes();
            boolean controller = plan.controllers().stream().anyMatch(PlannedRelease::isNew);
            boolean everyLane = !lanes.isEmpty() && lanes.stream().allMatch(PlannedRelease::isNew);
            if (priorManaged || !(controller || everyLane)) {
                return List.of();
            }
            boolean allowed = context.allowGreenfield();
            return List.of(Outcome.found(
                    "AP10",
                    allowed ? Level.INFO : Level.BLOCK,
                    "the whole stack",
                    Set.of("stack"),
                    "there is no managed resource in the state, and the plan creates "
                            + (controller ? "the controller" : "every lane")
                            + (allowed ? ", as allow-greenfield says" : ""),
                    "a state that cannot be read looks exactly like this; the cluster may be full of what the"
                            + " plan would make a second time",
                    allowed
                            ? ""
                            : "look whether the store tells the truth before anything else"
                                    + " (docs/state-guard.md of gf-actions)"));
        });
    }

    /** AP31: somebody changed the cluster behind OpenTofu's back. */
    static PlanRule drift() {
        return PlanWide.of(
                "AP31",
                "no drift",
                false,
                (plan, _) -> plan.plan().drift().stream()
                        .filter(change -> change.action().changes())
                        .map(change -> (Outcome) Outcome.found(
                                "AP31",
                                Level.REVIEW,
                                change.address(),
                                Set.of(change.address()),
                                change.action() == PlannedAction.DELETE
                                        ? "was removed outside OpenTofu"
                                        : "was changed outside OpenTofu",
                                "the plan undoes it, or builds on it, without anybody having said which",
                                "find out who did it and why before applying"))
                        .toList());
    }

    /** AP39. */
    static PlanRule adoption() {
        return PlanWide.of(
                "AP39",
                "no import, no move",
                false,
                (plan, _) -> plan.plan().resourceChanges().stream()
                        .filter(change ->
                                change.isMoved() || change.change().importing().isPresent())
                        .map(change -> (Outcome) Outcome.found(
                                "AP39",
                                Level.REVIEW,
                                change.address(),
                                Set.of(change.address()),
                                change.isMoved()
                                        ? "is moved from "
                                                + change.previousAddress().orElse("")
                                        : "is imported",
                                "the state's picture of the cluster changes, whatever the cluster does",
                                "check that the address and the live object are one and the same"))
                        .toList());
    }

    /** AP53: a lane that was not there. */
    static PlanRule added() {
        return PlanWide.of("AP53", "no new lane", false, (plan, _) -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    for (PlannedRelease lane : plan.lanes()) {
                        if (lane.isNew()) {
                            boolean again = plan.plan().drift().stream()
                                    .anyMatch(drift -> drift.address().equals(lane.address()));
                            outcomes.add(Outcome.found(
                                    "AP53",
                                    Level.INFO,
                                    lane.subject(),
                                    PathRule.aliases(lane),
                                    again ? "the lane is re-created: it was removed outside" : "a new lane",
                                    "a lane that registers is not yet a lane that takes jobs",
                                    "run the canary on it after the apply"));
                        }
                    }
                    return outcomes;
                })
                .speakingOf((release, _, _) -> release.role() == Role.LANE && release.isNew());
    }

    /** AP33: more changes than the caller said. */
    static PlanRule unexpected() {
        return PlanWide.of("AP33", "nothing changes beyond what is expected", true, (plan, context) -> {
            if (context.expect().isEmpty()) {
                return List.of();
            }
            return plan.plan().resourceChanges().stream()
                    .filter(ResourceChange::changesAnything)
                    .filter(change -> !expected(plan, change, context))
                    .map(change -> (Outcome) Outcome.found(
                            "AP33",
                            context.strict() ? Level.BLOCK : Level.REVIEW,
                            subject(plan, change),
                            names(plan, change),
                            "changes, and is not among the expected ones",
                            "the caller said what this plan is about, and it does more",
                            "find out why, or add it to expect"))
                    .toList();
        });
    }

    private static boolean expected(RunnerPlan plan, ResourceChange change, PlanContext context) {
        Set<String> names = plan.releases().stream()
                .filter(release -> release.address().equals(change.address()))
                .findFirst()
                .map(PathRule::aliases)
                .orElse(Set.of(change.address()));
        return context.expect().stream().anyMatch(names::contains);
    }

    /** AP52: nothing but computed attributes. */
    static PlanRule churn() {
        return PlanWide.of(
                "AP52",
                "no churn of computed values",
                false,
                (plan, _) -> plan.releases().stream()
                        .filter(release -> release.action() == PlannedAction.UPDATE)
                        .filter(release -> release.after()
                                .filter(after -> !after.values().unknown())
                                .isPresent())
                        .filter(release -> release.values().isEmpty()
                                && release.attributes().isEmpty()
                                && release.before()
                                        .flatMap(before -> before.version())
                                        .equals(release.after().flatMap(after -> after.version())))
                        .map(release -> (Outcome) Outcome.found(
                                "AP52",
                                Level.INFO,
                                release.subject(),
                                PathRule.aliases(release),
                                "only computed values change",
                                "the release is written again with the values it has",
                                ""))
                        .toList());
    }
}
