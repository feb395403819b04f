package dev.tinyland.gf.arc.command;

import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerCount;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.arc.upstream.KnownIssue;
import dev.tinyland.gf.arc.upstream.KnownIssue.Circumstance;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.helm.ChartVersion;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.report.MarkdownText;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Faults of ARC that others met in the versions a plan ends with, as far as the plan does what brings them out. */
final class IssueSection {
    private final KnownIssues known;
    private final Set<ChartVersion> versions;
    private final List<KnownIssue> issues;

    IssueSection(RunnerPlan plan, KnownIssues known) {
        this.known = known;
        this.versions = Stream.concat(plan.lanes().stream(), plan.controllers().stream())
                .flatMap(release -> release.after().flatMap(HelmRelease::version).stream())
                .flatMap(version -> ChartVersion.parse(version).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        this.issues = known.in(versions, circumstances(plan));
    }

    /** As plain text, empty where there is nothing to say. */
    List<String> text() {
        return issues.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(heading() + ":"), issues.stream().map(issue -> "  " + issue.text()))
                        .toList();
    }

    /** As Markdown, empty where there is nothing to say. */
    Optional<String> markdown() {
        return issues.isEmpty()
                ? Optional.empty()
                : Optional.of("#### " + heading() + "\n\n"
                        + issues.stream()
                                .map(issue -> "- " + MarkdownText.plain(issue.text()))
                                .collect(Collectors.joining("\n")));
    }

    private String heading() {
        return "Known issues of ARC "
                + versions.stream().map(ChartVersion::toString).collect(Collectors.joining(", "))
                + " that this plan can meet (list of " + known.asOf() + ")";
    }

    private static Set<Circumstance> circumstances(RunnerPlan plan) {
        Set<Circumstance> circumstances = EnumSet.noneOf(Circumstance.class);
        for (PlannedRelease release : plan.releases()) {
            if (release.isChanged() && moves(release)) {
                circumstances.add(Circumstance.UPGRADE);
            }
        }
        for (PlannedRelease lane : plan.lanes()) {
            if (lane.isNew()) {
                circumstances.add(Circumstance.NEW_LANE);
            }
            if (lane.isChanged() && lane.values().stream().anyMatch(change -> change.isUnder("template"))) {
                circumstances.add(Circumstance.TEMPLATE_CHANGE);
            }
            if (imageMoves(lane)) {
                circumstances.add(Circumstance.IMAGE_CHANGE);
            }
            boolean touched = lane.action().changes() && lane.laneAfter().isPresent();
            if (touched && isWarm(lane.laneAfter().get())) {
                circumstances.add(Circumstance.WARM_RUNNERS);
            }
            if (touched && !lane.laneAfter().get().tree().path("scaleSetLabels").isEmpty()) {
                circumstances.add(Circumstance.SCALE_SET_LABELS);
            }
        }
        return circumstances;
    }

    private static boolean moves(PlannedRelease release) {
        return !release.before()
                .flatMap(HelmRelease::version)
                .equals(release.after().flatMap(HelmRelease::version));
    }

    private static boolean imageMoves(PlannedRelease lane) {
        return lane.action().changes()
                && lane.after().isPresent()
                && !lane.laneBefore()
                        .flatMap(LaneValues::image)
                        .equals(lane.laneAfter().flatMap(LaneValues::image));
    }

    private static boolean isWarm(LaneValues lane) {
        return lane.minimum() instanceof RunnerCount.Whole(long least) && least > 0;
    }
}
