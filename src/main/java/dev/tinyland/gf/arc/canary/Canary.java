package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.arc.inspect.ClusterView;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import dev.tinyland.gf.arc.inspect.LaneVerdict;
import dev.tinyland.gf.arc.inspect.RunnerName;
import dev.tinyland.gf.arc.inspect.RunnerSet;
import dev.tinyland.gf.arc.inspect.Seen;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.github.Workflows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs a real job on each lane and watches what becomes of it. One thread; every wait goes through {@link Pause}. */
public final class Canary {
    private static final int HOLD_SECONDS = 30;

    private final CanarySettings settings;
    private final Workflows workflows;
    private final LaneWatch watch;
    private final Clock clock;
    private final Pause pause;
    private final Supplier<String> nonces;
    private final Consumer<String> progress;
    private final RunsInFlight inFlight;
    private final Map<String, LaneResult> results = new LinkedHashMap<>();

    /**
     * A canary.
     *
     * @param eyes how to look at the cluster; empty where there is no way to
     * @param nonces words that no other run has in its title
     * @param progress told each time a lane gets on
     * @param inFlight told of each run that is dispatched and ends
     */
    public Canary(
            CanarySettings settings,
            Workflows workflows,
            Optional<ClusterEyes> eyes,
            RunnerReleases releases,
            KnownIssues known,
            Clock clock,
            Pause pause,
            Supplier<String> nonces,
            Consumer<String> progress,
            RunsInFlight inFlight) {
        this.settings = settings;
        this.workflows = workflows;
        this.watch = new LaneWatch(settings.cluster() ? eyes : Optional.empty(), releases, known, clock);
        this.clock = clock;
        this.pause = pause;
        this.nonces = nonces;
        this.progress = progress;
        this.inFlight = inFlight;
    }

    /** Tries every lane. */
    public CanaryOutcome run() throws InterruptedException {
        Optional<ClusterView> view = watch.look();
        Optional<CanaryOutcome> stop = view.flatMap(this::unknownLane).or(() -> deadlock(view));
        if (stop.isPresent()) {
            return stop.get();
        }
        List<LaneTrial> trials = new ArrayList<>();
        for (String lane : settings.lanes()) {
            if (settings.abortOnFirst() && trials.stream().anyMatch(LaneTrial::failed)) {
                results.put(lane, LaneResult.skipped(lane, "a lane before it failed"));
                continue;
            }
            LaneTrial trial = new LaneTrial(lane, nonces.get(), settings, workflows, watch);
            preflight(trial, view);
            if (!trial.isDone()) {
                Optional<CanaryOutcome> invalid = dispatch(trial);
                if (invalid.isPresent()) {
                    for (LaneTrial other : trials) {
                        other.giveUp();
                        keep(other);
                    }
                    return invalid.get();
                }
            }
            trials.add(trial);
            if (!settings.parallel()) {
                await(List.of(trial));
            }
        }
        await(trials);
        trials.forEach(trial -> results.put(trial.lane(), trial.result()));
        return new CanaryOutcome.Judged(
                settings.lanes().stream().map(results::get).toList());
    }

    private Optional<CanaryOutcome> unknownLane(ClusterView view) {
        if (view.sets().found().isEmpty()) {
            return Optional.empty();
        }
        return settings.lanes().stream()
                .filter(lane -> LaneWatch.set(view, lane).isEmpty())
                .findFirst()
                .map(lane -> new CanaryOutcome.Invalid(
                        "unknown-lane",
                        "there is no lane " + lane + " in the cluster",
                        "the lanes there are: "
                                + String.join(", ", watch.diagnosis(view).lanes())));
    }

    /** A canary that waits for a lane whose only free runner it holds itself would wait until it is killed. */
    private Optional<CanaryOutcome> deadlock(Optional<ClusterView> view) {
        if (settings.ownRunner().isEmpty()) {
            return Optional.empty();
        }
        for (String lane : settings.lanes()) {
            if (!RunnerName.isOf(lane, settings.ownRunner().get())) {
                continue;
            }
            Optional<RunnerSet> set = view.flatMap(seen -> LaneWatch.set(seen, lane));
            boolean room = set.filter(one ->
                            one.maximum().isPresent() && one.maximum().getAsInt() - taken(view.orElseThrow(), one) >= 2)
                    .isPresent();
            if (!room) {
                return Optional.of(new CanaryOutcome.Refused(
                        "this program runs on " + settings.ownRunner().get() + ", a runner of the lane " + lane
                                + " that it is to try, and "
                                + (set.isEmpty()
                                        ? "whether the lane has room for two more cannot be seen"
                                        : "the lane has no room for two more"),
                        "run the canary's job on another lane or on a hosted runner"));
            }
        }
        return Optional.empty();
    }

    /** How many of its places are taken: as its status counts, or as its runners show where they are more. */
    private static long taken(ClusterView view, RunnerSet set) {
        long seen = Seen.items(view.runners()).stream()
                .filter(runner -> runner.set().equals(set.name()) && runner.holdsPlace())
                .count();
        return Math.max(seen, set.running());
    }

    /** What the cluster says of the lane before anything is dispatched. */
    private void preflight(LaneTrial trial, Optional<ClusterView> view) {
        if (!settings.cluster()) {
            return;
        }
        if (view.isEmpty()) {
            trial.unclear(
                    "the cluster was not looked at: there is no kubeconfig",
                    "give kubeconfig-path, or cluster-checks: off");
            return;
        }
        watch.remember(view.get(), trial.lane());
        LaneDiagnosis diagnosis = watch.diagnosis(view.get()).of(trial.lane());
        for (Sign sign : diagnosis.signs()) {
            if (sign.verdict() == LaneVerdict.UNKNOWN) {
                trial.unclear(sign.observed(), sign.next());
            } else if (sign.verdict() != LaneVerdict.SATURATED) {
                trial.fail(sign.verdict() + " before its job was dispatched: " + sign.observed(), sign.next());
                trial.known(watch.known(view.get(), trial.lane(), sign));
                trial.finish();
            }
        }
    }

    private Optional<CanaryOutcome> dispatch(LaneTrial trial) throws InterruptedException {
        String lane = trial.lane();
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("lane", lane);
        inputs.put("nonce", trial.nonce());
        inputs.put("container", settings.containers().getOrDefault(lane, ""));
        inputs.put("hold_seconds", settings.cluster() ? Integer.toString(HOLD_SECONDS) : "0");
        inputs.put("expect", expectation(lane));
        switch (dispatch(trial, inputs)) {
            case Outcome.Ok<Workflows.Dispatched> _ -> progress.accept(lane + ": dispatched");
            case Outcome.Failed<Workflows.Dispatched>(Failure.Rejected rejected) -> {
                return Optional.of(new CanaryOutcome.Invalid(
                        "dispatch-rejected",
                        rejected.text(),
                        "the workflow " + settings.workflow() + " of " + settings.ref()
                                + " must have workflow_dispatch with the inputs "
                                + String.join(", ", inputs.keySet()) + ": copy workflows/gf-arc-canary.yml"));
            }
            case Outcome.Failed<Workflows.Dispatched>(Failure.NotFound missing) -> {
                return Optional.of(new CanaryOutcome.Invalid(
                        "workflow-missing",
                        missing.text(),
                        "copy workflows/gf-arc-canary.yml to .github/workflows of the default branch, and give a token"
                                + " that may see the repository"));
            }
            case Outcome.Failed<Workflows.Dispatched>(Failure failure) -> {
                trial.unclear("its job could not be dispatched: " + failure.text(), "give a token with actions: write");
                trial.finish();
            }
        }
        return Optional.empty();
    }

    private Outcome<Workflows.Dispatched> dispatch(LaneTrial trial, Map<String, String> inputs)
            throws InterruptedException {
        inFlight.dispatching();
        try {
            Outcome<Workflows.Dispatched> outcome = workflows.dispatch(settings.workflow(), settings.ref(), inputs);
            if (outcome instanceof Outcome.Ok<Workflows.Dispatched>(Workflows.Dispatched what)) {
                trial.begin(what, clock.instant());
                keep(trial);
            }
            return outcome;
        } finally {
            inFlight.dispatched();
        }
    }

    private void keep(LaneTrial trial) {
        trial.flight().ifPresentOrElse(inFlight::keep, () -> inFlight.over(trial.lane()));
    }

    /** As the workflow reads it: one variable a line. */
    private String expectation(String lane) {
        return settings.expect().getOrDefault(lane, Map.of()).entrySet().stream()
                .map(one -> one.getValue().line(one.getKey()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private void await(List<LaneTrial> trials) throws InterruptedException {
        Map<String, String> said = new LinkedHashMap<>();
        while (trials.stream().anyMatch(trial -> !trial.isDone())) {
            for (LaneTrial trial : trials) {
                if (!trial.isDone()) {
                    trial.step(clock.instant());
                    keep(trial);
                    String now = trial.waitsFor();
                    if (!now.equals(said.put(trial.lane(), now))) {
                        progress.accept(trial.lane() + ": " + now);
                    }
                }
                if (settings.abortOnFirst() && trial.failed()) {
                    abandon(trials);
                }
            }
            if (trials.stream().anyMatch(trial -> !trial.isDone())) {
                pause.sleep(settings.interval());
            }
        }
    }

    private void abandon(List<LaneTrial> trials) throws InterruptedException {
        for (LaneTrial other : trials) {
            if (!other.isDone()) {
                other.unclear("another lane failed first", "run the canary again when that lane is mended");
                other.giveUp();
                keep(other);
            }
        }
    }
}
