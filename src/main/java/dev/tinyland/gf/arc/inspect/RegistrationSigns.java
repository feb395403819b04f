package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.arc.inspect.GitHubView.QueuedJob;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.arc.upstream.RunnerReleases.Acceptance;
import dev.tinyland.gf.helm.ChartVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What GitHub knows of the lane, and whether the controller may keep it. */
final class RegistrationSigns {
    private static final int VERSION_DEPRECATED = 7;
    private static final int FIRST_WITH_PHASE = 14;

    private final ClusterView cluster;
    private final GitHubView github;
    private final RunnerReleases releases;
    private final LocalDate today;

    RegistrationSigns(ClusterView cluster, GitHubView github, RunnerReleases releases, Instant now) {
        this.cluster = cluster;
        this.github = github;
        this.releases = releases;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    List<Sign> of(LaneFacts lane) {
        List<Sign> signs = new ArrayList<>();
        scaleSetId(lane).ifPresent(signs::add);
        unknownToGitHub(lane).ifPresent(signs::add);
        outdated(lane).ifPresent(signs::add);
        skew(lane).ifPresent(signs::add);
        phase(lane).ifPresent(signs::add);
        group(lane).ifPresent(signs::add);
        saturated(lane).ifPresent(signs::add);
        return signs;
    }

    private Optional<Sign> scaleSetId(LaneFacts lane) {
        OptionalInt id = lane.set().scaleSetId();
        String again = "kubectl -n " + lane.set().namespace() + " annotate autoscalingrunnerset "
                + lane.set().name() + " runner-scale-set-id- (the controller registers it again; running jobs go on)";
        if (id.isEmpty()) {
            return Optional.of(
                    lane.isYoung()
                            ? new Sign(
                                    LaneVerdict.UNKNOWN,
                                    "GitHub has not given it a number yet",
                                    "the lane was made less than two minutes ago",
                                    "look again in two minutes")
                            : new Sign(
                                    LaneVerdict.DEAD_SCALE_SET_ID,
                                    "it has no number from GitHub (annotation runner-scale-set-id)",
                                    "it never registered: its secret or its address is wrong, or GitHub refuses it",
                                    "read the controller's log for "
                                            + lane.set().name()));
        }
        return lane.listeners().stream()
                .filter(listener -> listener.scaleSetId().isPresent()
                        && listener.scaleSetId().getAsInt() != id.getAsInt())
                .findFirst()
                .map(listener -> new Sign(
                        LaneVerdict.DEAD_SCALE_SET_ID,
                        "its listener asks for the scale set "
                                + listener.scaleSetId().getAsInt() + ", the lane is registered as " + id.getAsInt(),
                        "the listener gets no job of this lane",
                        "kubectl -n " + listener.namespace() + " delete autoscalinglistener " + listener.name()
                                + "; where it comes back the same: " + again));
    }

    /** Runners that say they are online, of which GitHub knows none. */
    private Optional<Sign> unknownToGitHub(LaneFacts lane) {
        List<Runner> online = lane.runners().stream()
                .filter(runner ->
                        runner.ready() && !runner.job() && !runner.runnerName().isEmpty())
                .toList();
        boolean none = github.runners()
                .found()
                .filter(known -> online.stream().noneMatch(runner -> known.contains(runner.runnerName())))
                .isPresent();
        return online.isEmpty() || !none
                ? Optional.empty()
                : Optional.of(new Sign(
                        LaneVerdict.DEAD_SCALE_SET_ID,
                        "GitHub knows none of its " + online.size() + " runners that say they are online",
                        "they are registered with a scale set that is gone",
                        "delete one idle runner and see whether the next one registers: kubectl -n "
                                + online.getFirst().namespace() + " delete ephemeralrunner "
                                + online.getFirst().name()));
    }

    private Optional<Sign> outdated(LaneFacts lane) {
        String build = "build the lane's image on the newest release of actions/runner, then apply; a canary proves it";
        Optional<String> ended = lane.runners().stream()
                .filter(runner ->
                        runner.phase().equals("Outdated") || runner.reason().equals("Outdated"))
                .findFirst()
                .map(runner -> "the runner " + runner.name() + " is Outdated")
                .or(() -> lane.runnerPods().stream()
                        .filter(pod -> pod.exitCodes().contains(VERSION_DEPRECATED))
                        .findFirst()
                        .map(pod ->
                                "the runner in " + pod.name() + " ended with exit code 7: its version is deprecated"));
        if (ended.isPresent()) {
            return Optional.of(new Sign(
                    LaneVerdict.OUTDATED_RUNNER, ended.get(), "GitHub sends no jobs to superseded releases", build));
        }
        if (lane.set().isOutdated()
                || lane.ephemeralSets().stream().anyMatch(set -> set.phase().equals("Outdated"))) {
            return Optional.of(new Sign(
                    LaneVerdict.OUTDATED_RUNNER,
                    "the controller calls the lane Outdated and has stopped it",
                    "a runner of it ended as deprecated, or the set hangs after a change (actions-runner-controller"
                            + " #4595, #4596)",
                    build));
        }
        for (String image : lane.set().images()) {
            Optional<ChartVersion> version = releases.ofImage(image);
            if (version.isPresent() && isOver(releases.acceptance(version.get(), today))) {
                return Optional.of(new Sign(
                        LaneVerdict.OUTDATED_RUNNER,
                        "its image holds the runner " + version.get() + ", which GitHub accepts no longer",
                        "GitHub sends no jobs to superseded releases (list of " + releases.asOf() + ")",
                        build));
            }
        }
        return Optional.empty();
    }

    private static boolean isOver(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Refused _ -> true;
            case Acceptance.Until(var _, long left) -> left < 0;
            case Acceptance.Newest _, Acceptance.Unlisted _ -> false;
        };
    }

    private Optional<Sign> skew(LaneFacts lane) {
        if (cluster.controllers().found().isEmpty()) {
            return Optional.empty();
        }
        Optional<Controller> controller =
                Seen.items(cluster.controllers()).stream().findFirst();
        if (controller.isEmpty()) {
            return Optional.of(unknown(
                    "there is no controller in its namespace",
                    "nothing keeps listeners and runners as they should be",
                    "helm status of the controller's release"));
        }
        Optional<ChartVersion> theirs = controller.get().version();
        Optional<ChartVersion> ours = lane.set().version();
        if (theirs.isEmpty() || ours.isEmpty()) {
            return Optional.of(unknown(
                    "the version of " + (theirs.isEmpty() ? "the controller" : "the lane") + " is not a release",
                    "whether the controller keeps the lane cannot be said",
                    "compare the two images by hand"));
        }
        if (!controller.get().available()) {
            return Optional.of(unknown(
                    "the controller " + controller.get().name() + " is not available",
                    "runners and listeners that go are not made again",
                    "kubectl -n " + controller.get().namespace() + " describe deployment "
                            + controller.get().name()));
        }
        return ours.get().sameMinor(theirs.get())
                ? Optional.empty()
                : Optional.of(new Sign(
                        LaneVerdict.VERSION_SKEW,
                        "the lane's chart is " + ours.get() + ", the controller is " + theirs.get(),
                        "a controller deletes lanes of another minor version (actions-runner-controller #3233)",
                        "move the lane's release to " + theirs.get().major() + "."
                                + theirs.get().minor() + " in one plan, and judge it with gf arc-plan"));
    }

    /**
     * Whether the controller calls the lane running. Controllers before 0.14 say nothing of it
     * ({@code autoscalingrunnerset_controller.go} of 0.13.1 never writes {@code status.state}).
     */
    private static Optional<Sign> phase(LaneFacts lane) {
        RunnerSet set = lane.set();
        boolean says = set.version()
                .filter(version -> version.major() > 0 || version.minor() >= FIRST_WITH_PHASE)
                .isPresent();
        if (!says || lane.isYoung() || set.phase().equals("Running") || set.isOutdated()) {
            return Optional.empty();
        }
        return Optional.of(
                set.phase().isEmpty()
                        ? unknown(
                                "its status names no phase",
                                "Helm never upgrades CRDs, and those of an older release drop the field",
                                "kubectl get crd autoscalingrunnersets.actions.github.com -o yaml; where status.phase"
                                        + " is missing, replace ARC's CRDs by those of the chart's version")
                        : unknown(
                                "the controller calls it " + set.phase(),
                                "its listener is not up yet, or stays away",
                                "read the controller's log for " + set.name()));
    }

    private static Sign unknown(String observed, String why, String next) {
        return new Sign(LaneVerdict.UNKNOWN, observed, why, next);
    }

    private Optional<Sign> group(LaneFacts lane) {
        return github.groups().found().flatMap(groups -> {
            Boolean admits = groups.get(lane.set().group().toLowerCase(Locale.ROOT));
            if (admits != null && admits) {
                return Optional.empty();
            }
            return Optional.of(new Sign(
                    LaneVerdict.GROUP_CLOSED,
                    admits == null
                            ? "the organization has no runner group "
                                    + lane.set().group()
                            : "the runner group " + lane.set().group() + " does not admit this repository",
                    "jobs of this repository for the lane stay queued until they are cancelled",
                    "in the organization's settings, let the group admit the repository, or name a lane of a group that"
                            + " does"));
        });
    }

    private Optional<Sign> saturated(LaneFacts lane) {
        OptionalInt maximum = lane.set().maximum();
        if (maximum.isEmpty() || cluster.runners().found().isEmpty()) {
            return Optional.empty();
        }
        List<Runner> holding =
                lane.runners().stream().filter(Runner::holdsPlace).toList();
        if (holding.size() < maximum.getAsInt()
                || holding.stream().anyMatch(runner -> runner.ready() && !runner.job())) {
            return Optional.empty();
        }
        long failed = holding.stream()
                .filter(runner -> runner.phase().equals("Failed"))
                .count();
        List<QueuedJob> waiting = Seen.items(github.queued()).stream()
                .filter(job -> job.labels().contains(lane.set().name()))
                .toList();
        return Optional.of(new Sign(
                LaneVerdict.SATURATED,
                "all " + maximum.getAsInt() + " runners it may have are taken"
                        + (failed == 0 ? "" : ", " + failed + " of them by runners that failed")
                        + (waiting.isEmpty() ? "" : "; " + waiting.size() + " jobs of this repository wait"),
                failed == 0
                        ? "a new job waits until one ends"
                        : "a failed runner keeps its place until it is deleted (actions-runner-controller #3700)",
                failed == 0
                        ? "wait, or raise maxRunners with a plan"
                        : "delete the failed runners: kubectl -n " + lane.set().namespace()
                                + " delete ephemeralrunner "
                                + String.join(
                                        " ",
                                        holding.stream()
                                                .filter(runner -> runner.phase().equals("Failed"))
                                                .map(Runner::name)
                                                .toList())));
    }
}
