package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.PlannedRelease.Role;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.helm.ChartVersion;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Versions of the charts. */
final class VersionRules {
    private VersionRules() {}

    /** AP02. {@code before} is the live version, since the provider refreshes it. */
    static PlanRule downgrade() {
        return PlanWide.of("AP02", "no chart goes back", true, (plan, _) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (PlannedRelease release : runnerReleases(plan)) {
                if (!release.isChanged()) {
                    continue;
                }
                Optional<ChartVersion> before = version(release.before());
                Optional<ChartVersion> after = version(release.after());
                if (before.isEmpty() || after.isEmpty()) {
                    outcomes.add(undecidedVersion(release));
                } else if (after.get().compareTo(before.get()) < 0) {
                    outcomes.add(changed(
                            "AP02",
                            Level.BLOCK,
                            release,
                            "the chart goes back",
                            "an older controller or listener meets objects of a newer one; this is the incident that"
                                    + " once nearly happened here",
                            "keep the live version: set it in the stack's inputs"));
                }
            }
            return outcomes;
        });
    }

    /** AP03: a controller deletes lanes of another minor version (arc, IsVersionAllowed). Judges every lane after the apply. */
    static PlanRule skew() {
        return PlanWide.of("AP03", "controller and lanes of one minor version", true, (plan, context) -> {
            List<PlannedRelease> standing = plan.lanes().stream()
                    .filter(lane -> lane.after().isPresent())
                    .toList();
            if (standing.isEmpty()) {
                return List.of();
            }
            Optional<ChartVersion> controller = controller(plan, context);
            if (controller.isEmpty()) {
                return List.of(new Outcome.Undecided(
                        "controller",
                        "the controller's version is neither in the plan nor given",
                        "give the live one: controller-version: 0.14.0"));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (PlannedRelease lane : standing) {
                Optional<ChartVersion> after = version(lane.after());
                if (after.isEmpty()) {
                    outcomes.add(undecidedVersion(lane));
                } else if (!after.get().sameMinor(controller.get())) {
                    outcomes.add(Outcome.found(
                            "AP03",
                            Level.BLOCK,
                            lane.subject(),
                            PathRule.aliases(lane),
                            "after the apply the lane is at " + after.get() + " and the controller at "
                                    + controller.get(),
                            "a controller deletes the AutoscalingRunnerSets of another minor version",
                            "move controller and lanes in one plan"));
                }
            }
            return outcomes;
        });
    }

    private static Optional<ChartVersion> controller(RunnerPlan plan, PlanContext context) {
        Optional<HelmRelease> planned = plan.controllers().stream()
                .filter(release -> release.after().isPresent())
                .findFirst()
                .flatMap(PlannedRelease::after);
        return version(planned).or(() -> context.controllerVersion().flatMap(ChartVersion::parse));
    }

    /** AP27: Helm never upgrades what lies in a chart's crds folder. */
    static PlanRule minorBump() {
        return bump(
                "AP27",
                "no chart moves to another minor version",
                Level.REVIEW,
                false,
                "Helm does not upgrade CRDs: new fields are dropped in silence until the CRDs are replaced by hand",
                "drain the lanes, replace the CRDs, then apply");
    }

    /** AP54. */
    static PlanRule patchBump() {
        return bump(
                "AP54",
                "no chart moves to another patch version",
                Level.INFO,
                true,
                "patch versions keep the CRDs",
                "");
    }

    private static PlanRule bump(String id, String title, Level level, boolean patch, String why, String next) {
        return PlanWide.of(id, title, false, (plan, _) -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (PlannedRelease release : runnerReleases(plan)) {
                Optional<ChartVersion> before = version(release.before());
                Optional<ChartVersion> after = version(release.after());
                boolean forward = release.isChanged()
                        && before.isPresent()
                        && after.isPresent()
                        && after.get().compareTo(before.get()) > 0;
                if (forward && before.get().sameMinor(after.get()) == patch) {
                    outcomes.add(changed(id, level, release, "the chart moves on", why, next));
                }
            }
            return outcomes;
        });
    }

    private static List<PlannedRelease> runnerReleases(RunnerPlan plan) {
        return plan.releases().stream()
                .filter(release -> release.role() != Role.OTHER)
                .toList();
    }

    static Optional<ChartVersion> version(Optional<HelmRelease> release) {
        return release.flatMap(HelmRelease::version).flatMap(ChartVersion::parse);
    }

    private static Outcome undecidedVersion(PlannedRelease release) {
        return new Outcome.Undecided(
                release.subject(),
                "the chart's version is not in the plan",
                "name a version in the stack's inputs instead of leaving it to the repository");
    }

    private static Outcome changed(
            String id, Level level, PlannedRelease release, String observed, String why, String next) {
        String before = version(release.before()).map(ChartVersion::toString).orElse("");
        String after = version(release.after()).map(ChartVersion::toString).orElse("");
        return new Outcome.Found(
                new Finding(id, level, release.subject(), observed, before, after, why, next),
                PathRule.aliases(release));
    }
}
