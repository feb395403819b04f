package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerCount;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many runners a lane may have, and by what name it has them. */
final class CapacityRules {
    private CapacityRules() {}

    /** AP05: judges every lane after the apply; a count the chart drops means no limit at all. */
    static PlanRule counts() {
        return PlanWide.of("AP05", "maxRunners and minRunners are sound", true, (plan, _) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (PlannedRelease lane : plan.lanes()) {
                lane.laneAfter()
                        .flatMap(CapacityRules::unsound)
                        .ifPresent(problem -> outcomes.add(
                                problem.unknown()
                                        ? new Outcome.Undecided(
                                                lane.subject(), problem.text(), "set the number in the stack's inputs")
                                        : Outcome.found(
                                                "AP05",
                                                Level.BLOCK,
                                                lane.subject(),
                                                PathRule.aliases(lane),
                                                problem.text(),
                                                problem.why(),
                                                "set plain whole numbers, without quotes and without type ="
                                                        + " \"string\"")));
            }
            return outcomes;
        });
    }

    private record Unsound(boolean unknown, String text, String why) {}

    private static Optional<Unsound> unsound(LaneValues lane) {
        RunnerCount maximum = lane.maximum();
        RunnerCount minimum = lane.minimum();
        if (maximum instanceof RunnerCount.Dropped || minimum instanceof RunnerCount.Dropped) {
            return Optional.of(new Unsound(
                    false,
                    (maximum instanceof RunnerCount.Dropped ? "maxRunners" : "minRunners") + " is typed as a string",
                    "the chart drops what is no number: the lane then has no limit"));
        }
        if (maximum instanceof RunnerCount.Unknown || minimum instanceof RunnerCount.Unknown) {
            String name = maximum instanceof RunnerCount.Unknown ? "maxRunners" : "minRunners";
            return Optional.of(new Unsound(true, name + " is known only after the apply, or hidden", ""));
        }
        if (!(maximum instanceof RunnerCount.Whole(long most))) {
            return Optional.of(new Unsound(
                    false, "maxRunners is not set", "without it the lane may grow to 2,147,483,647 runners"));
        }
        long least = minimum instanceof RunnerCount.Whole(long value) ? value : 0;
        if (most <= 0) {
            return Optional.of(
                    new Unsound(false, "maxRunners is " + most, "the lane registers, takes jobs and never runs one"));
        }
        if (least < 0) {
            return Optional.of(new Unsound(false, "minRunners is " + least, "the chart refuses to render"));
        }
        return least > most
                ? Optional.of(new Unsound(
                        false, "minRunners " + least + " is above maxRunners " + most, "the chart refuses to render"))
                : Optional.empty();
    }

    /** AP06: judges every lane after the apply. */
    static PlanRule names() {
        return PlanWide.of("AP06", "label, group and address name one lane", true, (plan, context) -> {
            List<Outcome> outcomes = new ArrayList<>();
            Map<String, PlannedRelease> taken = new HashMap<>();
            int longest = context.contract().runnerLabels().maximumLength();
            for (PlannedRelease release : plan.lanes()) {
                Optional<LaneValues> after = release.laneAfter();
                if (after.isEmpty()) {
                    continue;
                }
                LaneValues lane = after.get();
                if (!lane.identityKnown()) {
                    outcomes.add(new Outcome.Undecided(
                            release.subject(),
                            "label, group or address is known only after the apply",
                            "set them in the stack's inputs"));
                    continue;
                }
                PlannedRelease other = taken.putIfAbsent(
                        lane.label() + "\n" + lane.group().toLowerCase(Locale.ROOT) + "\n" + lane.url(), release);
                if (other != null) {
                    outcomes.add(clash(
                            release,
                            lane.label() + " is also the name of the lane of the release " + other.releaseName(),
                            "two listeners fight over one scale set; jobs run on either or on none"));
                }
                if (lane.label().length() > longest) {
                    outcomes.add(clash(
                            release,
                            "the name has " + lane.label().length() + " characters",
                            "the chart refuses names of more than " + longest));
                }
            }
            return outcomes;
        });
    }

    private static Outcome clash(PlannedRelease release, String observed, String why) {
        return Outcome.found(
                "AP06",
                Level.BLOCK,
                release.laneAfter().map(LaneValues::label).orElse(release.subject()),
                PathRule.aliases(release),
                observed,
                why,
                "give the lane a name of its own");
    }

    /** AP29: capacity that goes, or more than the cluster is meant to carry. */
    static PlanRule cut() {
        return PlanWide.of("AP29", "no maximum is cut, the sum is in bounds", false, (plan, context) -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    boolean moved = false;
                    for (PlannedRelease release : plan.lanes()) {
                        Optional<RunnerCount> before = release.laneBefore().map(LaneValues::maximum);
                        Optional<RunnerCount> after = release.laneAfter().map(LaneValues::maximum);
                        moved |= release.action().changes() && !before.equals(after);
                        if (release.isChanged() && isCut(release)) {
                            outcomes.add(new Outcome.Found(
                                    new Finding(
                                            "AP29",
                                            Level.REVIEW,
                                            release.subject(),
                                            "maxRunners is cut",
                                            before.map(RunnerCount::text).orElse(""),
                                            after.map(RunnerCount::text).orElse(""),
                                            "jobs queue sooner; running ones are not ended",
                                            "check the lane's usual load"),
                                    PathRule.aliases(release)));
                        }
                    }
                    long sum = plan.capacityAfter().runners();
                    if (moved
                            && context.maximumTotal().isPresent()
                            && sum > context.maximumTotal().getAsLong()) {
                        outcomes.add(Outcome.found(
                                "AP29",
                                Level.REVIEW,
                                "all lanes",
                                Set.of("total"),
                                "together the lanes may have " + sum + " runners, above "
                                        + context.maximumTotal().getAsLong(),
                                "the cluster was not sized for it",
                                "cut a lane, or raise max-total-runners with a reason"));
                    }
                    return outcomes;
                })
                .speakingOf((release, change, _) ->
                        change.path().equals("maxRunners") && release.isChanged() && isCut(release));
    }

    private static boolean isCut(PlannedRelease release) {
        return release.laneBefore().map(LaneValues::maximum).orElse(new RunnerCount.Absent())
                        instanceof RunnerCount.Whole(long before)
                && release.laneAfter().map(LaneValues::maximum).orElse(new RunnerCount.Absent())
                        instanceof RunnerCount.Whole(long after)
                && after < before;
    }

    /** AP30: with eventual updates a listener that still has runners may stay away (actions-runner-controller #4432). */
    static PlanRule eventualUpdate() {
        return PlanWide.of("AP30", "no template change under eventual updates", false, (plan, _) -> {
            boolean eventual = plan.controllers().stream()
                    .flatMap(controller -> controller.after().stream())
                    .anyMatch(controller -> controller
                            .values()
                            .tree()
                            .path("flags")
                            .path("updateStrategy")
                            .asText("")
                            .equals("eventual"));
            if (!eventual) {
                return List.of();
            }
            return plan.lanes().stream()
                    .filter(PlannedRelease::isChanged)
                    .filter(lane -> lane.values().stream().anyMatch(change -> change.isUnder("template")))
                    .filter(lane -> lane.laneAfter().map(LaneValues::minimum).orElse(new RunnerCount.Absent())
                                    instanceof RunnerCount.Whole(long least)
                            && least > 0)
                    .map(lane -> (Outcome) Outcome.found(
                            "AP30",
                            Level.REVIEW,
                            lane.subject(),
                            PathRule.aliases(lane),
                            "the template changes while minRunners keeps runners alive",
                            "with updateStrategy eventual the listener waits for them and may stay away"
                                    + " (actions-runner-controller #4432)",
                            "set minRunners to 0 for the change"))
                    .toList();
        });
    }
}
