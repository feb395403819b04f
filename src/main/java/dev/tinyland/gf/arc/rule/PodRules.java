package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.rule.PathRule.Statement;
import dev.tinyland.gf.contract.Lane;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Changes of the pods a lane runs. */
final class PodRules {
    private static final Pattern IMAGE = Pattern.compile(
            "(?:t|listenerT)emplate\\.spec\\.(?:initC|c)ontainers\\[[^\\]]+\\]\\.image|image\\.(?:tag|repository)");
    private static final Pattern PLACEMENT = Pattern.compile(
            "(?:template|listenerTemplate)\\.spec\\.(?:nodeName|nodeSelector\\..*|affinity\\..*)|nodeSelector\\..*|affinity\\..*");
    private static final Pattern POWERS =
            Pattern.compile(".*\\.(?:privileged|hostNetwork|hostPID|hostIPC)|.*\\.hostPath(?:\\..*)?");

    private static final Pattern DIGEST = Pattern.compile("@sha(?:256|384|512):[0-9a-f]{32,}");

    private PodRules() {}

    /** AP22. */
    static PlanRule pullSecretAdded() {
        return new PathRule(
                "AP22",
                "no pull secret is added",
                Level.REVIEW,
                true,
                (release, change, context) -> pullSecret(change) && !change.removed()
                        ? Optional.of(new Statement(
                                "a pull secret is " + (change.added() ? "added" : "changed"),
                                needsNone(release, context)
                                        ? "the contract says that this image needs none"
                                        : "pods wait for ever when the secret is not in their namespace",
                                "check that the secret exists where the pods run"))
                        : Optional.empty());
    }

    /** AP37: nobody knows whether the image is public. */
    static PlanRule pullSecretRemoved() {
        return new PathRule(
                "AP37",
                "no pull secret goes whose need is unknown",
                Level.REVIEW,
                false,
                (release, change, context) -> pullSecret(change) && change.removed() && !needsNone(release, context)
                        ? Optional.of(new Statement(
                                "a pull secret is removed: live effect unknown",
                                "the contract does not say that this lane needs none, so its image may not be pulled"
                                        + " any more",
                                "check that the image is public, then say so in the contract"))
                        : Optional.empty());
    }

    /** AP50: values that lie in the release only. */
    static PlanRule pullSecretStale() {
        return new PathRule(
                "AP50",
                "no stale pull secret is removed",
                Level.INFO,
                false,
                (release, change, context) -> pullSecret(change) && change.removed() && needsNone(release, context)
                        ? Optional.of(new Statement(
                                "a pull secret is removed that nothing needs",
                                "the contract says so; only values stored in the release change",
                                ""))
                        : Optional.empty());
    }

    /** AP26: a tag may be another image tomorrow, and a new digest is another image today. */
    static PlanRule image() {
        return new PathRule("AP26", "images are pinned and stay", Level.REVIEW, true, (release, change, context) -> {
            if (!IMAGE.matcher(change.path()).matches()) {
                return Optional.empty();
            }
            if (change.removed()) {
                return Optional.of(new Statement(
                        "the image is left to the chart",
                        "the chart takes the newest there is by a tag, which names another image tomorrow",
                        "pin the image by its digest"));
            }
            String after = change.after().get().asText("");
            boolean pinned = DIGEST.matcher(after).find();
            if (pinned && change.before().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Statement(
                    pinned ? "the image changes" : "the image is named by a tag",
                    pinned
                            ? "every new pod of the lane runs other code"
                            : "a tag can name another image tomorrow, and nobody can say what ran",
                    pinned ? "run the canary on this lane before relying on it" : "pin the image by its digest"));
        });
    }

    /** AP28: how jobs get their container. */
    static PlanRule containerMode() {
        return new PathRule(
                "AP28", "container modes stay", Level.REVIEW, false, IdentityRules.onLane((release, change, _) -> {
                    if (!change.path().equals("containerMode.type")) {
                        return Optional.empty();
                    }
                    String mode = change.after().map(JsonNode::asText).orElse("");
                    boolean kubernetes = mode.startsWith("kubernetes");
                    boolean noClaim = mode.equals("kubernetes")
                            && release.laneAfter()
                                    .filter(LaneValues::hasWorkClaim)
                                    .isEmpty();
                    return Optional.of(new Statement(
                            "the container mode changes"
                                    + (noClaim ? ", to kubernetes without a claim for the work folder" : ""),
                            kubernetes
                                    ? "jobs without a container: are refused in this mode"
                                            + (noClaim ? ", and without a claim the pod of a job cannot be made" : "")
                                    : "jobs lose the way they start containers",
                            noClaim
                                    ? "set containerMode.kubernetesModeWorkVolumeClaim"
                                    : "run the canary on this lane"));
                }));
    }

    /** AP32: nodes are placement, and each lane has its own. A node that a lane avoids is no placement. */
    static PlanRule placement() {
        return PlanWide.of(
                        "AP32",
                        "lanes stay on their nodes",
                        false,
                        (plan, context) -> plan.releases().stream()
                                .filter(release -> release.isNew() || release.isChanged())
                                .flatMap(release -> strangeNodes(release, context).stream()
                                        .map(node -> placed(release, node, context)))
                                .toList())
                .speakingOf((release, change, context) ->
                        PLACEMENT.matcher(change.path()).matches()
                                && change.after().isPresent()
                                && !strangeNodes(release, context).isEmpty());
    }

    private static Set<String> strangeNodes(PlannedRelease release, PlanContext context) {
        Set<String> nodes = new TreeSet<>(release.after()
                .map(after -> Placement.nodes(after.values().tree()))
                .orElse(Set.of()));
        nodes.retainAll(context.contract().cluster().nodes().keySet());
        release.before()
                .ifPresent(before ->
                        nodes.removeAll(Placement.nodes(before.values().tree())));
        nodes.removeAll(allowedNodes(release, context));
        return nodes;
    }

    private static List<String> allowedNodes(PlannedRelease release, PlanContext context) {
        return lane(release, context).map(Lane::nodes).orElse(List.of());
    }

    private static Outcome placed(PlannedRelease release, String node, PlanContext context) {
        List<String> allowed = allowedNodes(release, context);
        return Outcome.found(
                "AP32",
                Level.REVIEW,
                release.subject(),
                PathRule.aliases(release),
                "pods are placed on the node " + node,
                "the contract allows "
                        + (allowed.isEmpty() ? "no node by name" : String.join(", ", allowed))
                        + " for this lane",
                "take the placement away, or change the contract first");
    }

    /** AP36: a job could leave its pod. */
    static PlanRule powers() {
        return new PathRule(
                "AP36", "no privileged pod, host path or host namespace", Level.BLOCK, true, (release, change, _) -> {
                    boolean set = change.after().isPresent()
                            && !change.after().get().asText("").equals("false");
                    return set && POWERS.matcher(change.path()).matches()
                            ? Optional.of(new Statement(
                                    change.path() + " is newly set",
                                    "any job of this lane can then leave its pod and reach the node",
                                    "take it away; a lane that must have it needs a decision of its own"))
                            : Optional.empty();
                });
    }

    private static boolean pullSecret(PathChange change) {
        return IdentityRules.concerns(
                change, "template.spec.imagePullSecrets", "imagePullSecrets", "listenerTemplate.spec.imagePullSecrets");
    }

    private static boolean needsNone(PlannedRelease release, PlanContext context) {
        return switch (release.role()) {
            case LANE ->
                lane(release, context).filter(lane -> !lane.pullSecret()).isPresent();
            case CONTROLLER -> !context.contract().controller().pullSecret();
            case OTHER -> false;
        };
    }

    private static Optional<Lane> lane(PlannedRelease release, PlanContext context) {
        return context.contract()
                .lane(release.label())
                .or(() -> context.contract().laneOfRelease(release.releaseName()));
    }
}
