package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.arc.inspect.ClusterView;
import dev.tinyland.gf.arc.inspect.Diagnosis;
import dev.tinyland.gf.arc.inspect.GitHubView;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import dev.tinyland.gf.arc.inspect.LaneVerdict;
import dev.tinyland.gf.arc.inspect.PodState;
import dev.tinyland.gf.arc.inspect.Runner;
import dev.tinyland.gf.arc.inspect.RunnerSet;
import dev.tinyland.gf.arc.inspect.Seen;
import dev.tinyland.gf.arc.upstream.KnownIssue;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.helm.ChartVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cluster says of lanes while a canary runs, compared with what it said before. */
final class LaneWatch {

    /** Why a job waits. */
    record Cause(String observed, String next, List<KnownIssue> known) {}

    /** One look after the job. */
    sealed interface Bake {
        record Well() implements Bake {}

        record Bad(String observed, String next, List<KnownIssue> known) implements Bake {}

        record Unseen(String why, String next) implements Bake {}
    }

    /** How a lane stood before its job. */
    private record Baseline(int restarts, int failed, String group) {}

    private final Optional<ClusterEyes> eyes;
    private final RunnerReleases releases;
    private final KnownIssues known;
    private final Clock clock;
    private final Map<String, Baseline> baselines = new HashMap<>();

    LaneWatch(Optional<ClusterEyes> eyes, RunnerReleases releases, KnownIssues known, Clock clock) {
        this.eyes = eyes;
        this.releases = releases;
        this.known = known;
        this.clock = clock;
    }

    Optional<ClusterView> look() throws InterruptedException {
        return eyes.isEmpty() ? Optional.empty() : Optional.of(eyes.get().look());
    }

    Diagnosis diagnosis(ClusterView view) {
        return new Diagnosis(view, GitHubView.unasked(), releases, clock.instant());
    }

    /** How long GitHub sends jobs to a runner of this version. */
    RunnerReleases.Acceptance acceptance(ChartVersion runner) {
        return releases.acceptance(runner, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Faults of ARC that others met under what was seen of a lane, in its version. */
    List<KnownIssue> known(ClusterView view, String lane, Sign sign) {
        return diagnosis(view)
                .version(lane)
                .map(version -> known.behind(sign.verdict().name(), version))
                .orElse(List.of());
    }

    /** Remembers how a lane stands. */
    void remember(ClusterView view, String lane) {
        set(view, lane)
                .ifPresent(set -> baselines.put(lane, new Baseline(restarts(view, lane), set.failed(), set.group())));
    }

    /** The group that the cluster names for a lane. */
    Optional<String> group(String lane) {
        return Optional.ofNullable(baselines.get(lane)).map(Baseline::group);
    }

    /** Why a job for the lane found no runner. */
    Cause whyQueued(String lane) throws InterruptedException {
        Optional<ClusterView> view = look();
        if (view.isEmpty()) {
            return new Cause(
                    "the cluster was not looked at, so nobody can say why",
                    "run gf arc-inspect --lanes " + lane + " with a kubeconfig",
                    List.of());
        }
        LaneDiagnosis diagnosis = diagnosis(view.get()).of(lane);
        if (!diagnosis.signs().isEmpty()) {
            Sign sign = diagnosis.signs().getFirst();
            return new Cause(sign.verdict() + ", " + sign.observed(), sign.next(), known(view.get(), lane, sign));
        }
        List<Runner> waiting = Seen.items(view.get().runners()).stream()
                .filter(runner -> runner.set().equals(lane) && runner.phase().equals("Pending"))
                .toList();
        if (!waiting.isEmpty()) {
            return new Cause(
                    "its runner " + waiting.getFirst().name() + " is Pending and says no reason",
                    "kubectl -n " + waiting.getFirst().namespace() + " describe pod "
                            + waiting.getFirst().name(),
                    List.of());
        }
        return new Cause(
                LaneVerdict.GROUP_CLOSED + " is likely: the lane is well, has room, and GitHub offers it no job",
                "let the runner group " + group(lane).orElse("of the lane")
                        + " admit this repository, and compare runs-on with the lane's name",
                List.of());
    }

    /** Whether the cluster holds the runner as one of the lane's, working for the run. */
    boolean holds(String lane, String runner, long run) throws InterruptedException {
        Optional<ClusterView> view = look();
        return view.isPresent()
                && Seen.items(view.get().runners()).stream()
                        .filter(one -> one.runId() == run
                                || one.name().equals(runner)
                                || one.runnerName().equals(runner))
                        .anyMatch(one -> one.set().equals(lane));
    }

    /**
     * Looks at a lane after its job.
     *
     * @param last whether it must have come to rest
     */
    Bake bake(String lane, boolean last) throws InterruptedException {
        Optional<ClusterView> view = look();
        if (view.isEmpty()) {
            return new Bake.Unseen("there is no kubeconfig", "give kubeconfig-path");
        }
        LaneDiagnosis diagnosis = diagnosis(view.get()).of(lane);
        for (Sign sign : diagnosis.signs()) {
            if (sign.verdict().isDegraded() && sign.verdict() != LaneVerdict.SATURATED) {
                return new Bake.Bad(sign.observed(), sign.next(), known(view.get(), lane, sign));
            }
        }
        Optional<RunnerSet> set = set(view.get(), lane);
        Optional<Baseline> before = Optional.ofNullable(baselines.get(lane));
        if (set.isEmpty() || before.isEmpty()) {
            return unseen(diagnosis);
        }
        if (restarts(view.get(), lane) > before.get().restarts()) {
            return new Bake.Bad(
                    "its listener was restarted", "read the listener's log: kubectl logs --previous", List.of());
        }
        if (set.get().failed() > before.get().failed()) {
            return new Bake.Bad(
                    "one of its runners failed",
                    "kubectl -n " + set.get().namespace()
                            + " get ephemeralrunners -l actions.github.com/scale-set-name=" + lane,
                    List.of());
        }
        if (diagnosis.verdict() == LaneVerdict.UNKNOWN) {
            return unseen(diagnosis);
        }
        boolean rests = set.get().pending() == 0
                && set.get().current() <= Math.max(set.get().minimum(), 0);
        return last && !rests
                ? new Bake.Unseen(
                        set.get().current() + " runners are there, " + set.get().pending()
                                + " of them pending; other jobs may run",
                        "look again when the lane is idle: gf arc-inspect --lanes " + lane)
                : new Bake.Well();
    }

    private static Bake unseen(LaneDiagnosis diagnosis) {
        return diagnosis.signs().isEmpty()
                ? new Bake.Unseen("how it stood before was not seen", "run the canary again")
                : new Bake.Unseen(
                        diagnosis.signs().getFirst().observed(),
                        diagnosis.signs().getFirst().next());
    }

    static Optional<RunnerSet> set(ClusterView view, String lane) {
        return Seen.items(view.sets()).stream()
                .filter(set -> set.name().equals(lane))
                .findFirst();
    }

    private static int restarts(ClusterView view, String lane) {
        return Seen.items(view.listenerPods()).stream()
                .filter(pod -> pod.listener() && pod.set().equals(lane))
                .mapToInt(PodState::restarts)
                .sum();
    }
}
