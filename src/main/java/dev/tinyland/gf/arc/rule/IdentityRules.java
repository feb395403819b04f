package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.rule.PathRule.Judge;
import dev.tinyland.gf.arc.rule.PathRule.Statement;
import dev.tinyland.gf.contract.RunnerLabels;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import java.util.Optional;

/** Changes of what GitHub knows a lane by. */
final class IdentityRules {
    private IdentityRules() {}

    /** AP23: ARC never carries them to an existing scale set (actions-runner-controller #4424). */
    static PlanRule scaleSetLabels() {
        return new PathRule(
                "AP23",
                "scaleSetLabels of standing lanes stay",
                Level.REVIEW,
                false,
                onLane((lane, change, _) -> change.isUnder("scaleSetLabels")
                        ? Optional.of(new Statement(
                                "scaleSetLabels change",
                                "ARC does not carry new labels to a scale set that exists (actions-runner-controller"
                                        + " #4424), so this has no effect",
                                "re-create the scale set, or leave its labels alone"))
                        : Optional.empty()));
    }

    /** AP24: the group decides which repositories' jobs a lane takes. */
    static PlanRule group() {
        return new PathRule(
                "AP24",
                "runner groups stay",
                Level.REVIEW,
                false,
                onLane((lane, change, _) -> change.path().equals("runnerGroup")
                        ? Optional.of(new Statement(
                                "the lane moves to another runner group",
                                "the group must exist, the listener is made anew, and jobs of repositories outside the"
                                        + " group stay queued",
                                "check the group and its repositories in the organization's settings"))
                        : Optional.empty()));
    }

    /** AP25: the label that {@code runs-on} names. */
    static PlanRule rename() {
        return new PathRule(
                "AP25",
                "scale sets keep their names",
                Level.REVIEW,
                false,
                onLane((lane, change, _) -> change.path().equals("runnerScaleSetName")
                        ? Optional.of(new Statement(
                                "the label that workflows name in runs-on changes",
                                "ARC deletes the scale set and makes a new one; every workflow that names the old label"
                                        + " waits for ever",
                                "change the workflows first, or add a lane and retire this one later"))
                        : Optional.empty()));
    }

    /** AP35: where and as whom a lane registers, and as whom the controller works. */
    static PlanRule registration() {
        return new PathRule(
                "AP35",
                "registration and service accounts stay",
                Level.REVIEW,
                false,
                (release, change, _) -> registers(release, change)
                        ? Optional.of(new Statement(
                                change.path() + (change.removed() ? " is removed" : " changes"),
                                "it decides where the lane registers and with which rights",
                                "check that the new one exists and grants what the lane needs"))
                        : Optional.empty());
    }

    private static boolean registers(PlannedRelease release, PathChange change) {
        return switch (release.role()) {
            case LANE ->
                concerns(change, "githubConfigUrl", "githubConfigSecret", "controllerServiceAccount")
                        || change.path().equals("template.spec.serviceAccountName")
                        || change.path().equals("listenerTemplate.spec.serviceAccountName");
            case CONTROLLER -> change.isUnder("serviceAccount");
            case OTHER -> false;
        };
    }

    /** AP38: labels follow one taxonomy, so that a label says what a lane can do and nothing else. */
    static PlanRule taxonomy() {
        return PlanWide.of("AP38", "labels follow the taxonomy", false, (plan, context) -> {
                    RunnerLabels labels = context.contract().runnerLabels();
                    return plan.lanes().stream()
                            .filter(IdentityRules::getsLabel)
                            .filter(lane -> !labels.admits(lane.label())
                                    && context.contract().lane(lane.label()).isEmpty())
                            .map(lane -> (Outcome) new Outcome.Found(
                                    new Finding(
                                            "AP38",
                                            Level.REVIEW,
                                            lane.subject(),
                                            "the label " + lane.label() + " is outside the taxonomy",
                                            lane.laneBefore()
                                                    .map(LaneValues::label)
                                                    .orElse(""),
                                            lane.label(),
                                            "a shared label is " + labels.prefix()
                                                    + "… with capability suffixes only; names of projects"
                                                    + " and machines never are",
                                            "choose one of " + String.join(", ", labels.shared())
                                                    + ", or enter the lane in the contract first"),
                                    PathRule.aliases(lane)))
                            .toList();
                })
                .speakingOf((release, change, _) -> change.path().equals("runnerScaleSetName") && release.isNew());
    }

    private static boolean getsLabel(PlannedRelease lane) {
        Optional<LaneValues> after = lane.laneAfter().filter(LaneValues::labelKnown);
        return after.isPresent()
                && lane.action().changes()
                && lane.laneBefore()
                        .map(LaneValues::label)
                        .filter(after.get().label()::equals)
                        .isEmpty();
    }

    /** Looks at lanes only. */
    static Judge onLane(Judge judge) {
        return (release, change, context) ->
                release.role() == PlannedRelease.Role.LANE ? judge.look(release, change, context) : Optional.empty();
    }

    static boolean concerns(PathChange change, String... prefixes) {
        for (String prefix : prefixes) {
            if (change.isUnder(prefix)) {
                return true;
            }
        }
        return false;
    }
}
