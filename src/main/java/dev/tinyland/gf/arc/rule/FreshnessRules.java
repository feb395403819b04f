package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.arc.upstream.RunnerReleases.Acceptance;
import dev.tinyland.gf.helm.ChartVersion;
import dev.tinyland.gf.report.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether GitHub still sends jobs to the runner a lane runs. */
final class FreshnessRules {
    private static final long BLOCKS = 5;
    private static final long WARNS = 14;

    private FreshnessRules() {}

    /** AP13: the lane ends within days, or nobody can say because its image is named by digest alone. */
    static PlanRule ending() {
        return PlanWide.of("AP13", "runner releases accepted for 6 days and more", false, (plan, context) -> {
            List<Outcome> outcomes = new ArrayList<>();
            List<String> silent = new ArrayList<>();
            for (PlannedRelease release : standing(plan)) {
                Optional<ChartVersion> version = version(release, context);
                if (version.isEmpty()) {
                    silent.add(release.label());
                    continue;
                }
                Acceptance acceptance = context.releases().acceptance(version.get(), context.today());
                switch (acceptance) {
                    case Acceptance.Refused(ChartVersion lowest) ->
                        outcomes.add(ends(release, version.get(), "cannot register: the lowest release is " + lowest));
                    case Acceptance.Until(var lastDay, long left) -> {
                        if (left <= BLOCKS) {
                            outcomes.add(ends(
                                    release,
                                    version.get(),
                                    (left < 0 ? "has not been accepted since " : "is accepted until ") + lastDay));
                        }
                    }
                    case Acceptance.Newest _, Acceptance.Unlisted _ -> {}
                }
            }
            if (!silent.isEmpty()) {
                outcomes.add(new Outcome.Undecided(
                        String.join(", ", silent),
                        "the image's name does not say which runner release it holds",
                        "give runner-version, or name the upstream image by tag and digest"));
            }
            return outcomes;
        });
    }

    private static Outcome ends(PlannedRelease release, ChartVersion version, String what) {
        return Outcome.found(
                "AP13",
                Level.BLOCK,
                release.subject(),
                PathRule.aliases(release),
                "runner " + version + " " + what,
                "runners of it end with exit code 7 and jobs of the lane stay queued",
                "build the lane's image on the newest runner release");
    }

    /** AP40: time to act, or a list too old to know. */
    static PlanRule soon() {
        return PlanWide.of("AP40", "runner releases accepted for 15 days and more", false, (plan, context) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (PlannedRelease release : standing(plan)) {
                version(release, context).ifPresent(version -> {
                    Acceptance acceptance = context.releases().acceptance(version, context.today());
                    if (acceptance instanceof Acceptance.Until(var lastDay, long left)
                            && left > BLOCKS
                            && left <= WARNS) {
                        outcomes.add(soonEnds(
                                release,
                                "runner " + version + " is accepted until " + lastDay + ", " + left + " days more"));
                    }
                    boolean old = context.releases()
                            .asOf()
                            .plusDays(context.releases().acceptedDaysAfterNext())
                            .isBefore(context.today());
                    if (old
                            && !(acceptance instanceof Acceptance.Until)
                            && !(acceptance instanceof Acceptance.Refused)) {
                        outcomes.add(soonEnds(
                                release,
                                "runner " + version + " is not known to be superseded, but the"
                                        + " list of releases is of "
                                        + context.releases().asOf()));
                    }
                });
            }
            return outcomes;
        });
    }

    private static Outcome soonEnds(PlannedRelease release, String observed) {
        return Outcome.found(
                "AP40",
                Level.REVIEW,
                release.subject(),
                PathRule.aliases(release),
                observed,
                "GitHub sends no jobs to superseded releases",
                "compare with the newest release of actions/runner");
    }

    private static List<PlannedRelease> standing(RunnerPlan plan) {
        return plan.lanes().stream().filter(lane -> lane.after().isPresent()).toList();
    }

    /** The version the caller gave, else what the image's name says. */
    private static Optional<ChartVersion> version(PlannedRelease release, PlanContext context) {
        Optional<ChartVersion> given = context.runnerVersion().flatMap(ChartVersion::parse);
        return given.or(() -> release.laneAfter()
                .flatMap(LaneValues::image)
                .flatMap(image -> context.releases().ofImage(image)));
    }
}
