package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.arc.canary.LaneResult.Result;
import dev.tinyland.gf.arc.canary.LaneResult.RunLink;
import dev.tinyland.gf.arc.inspect.RunnerName;
import dev.tinyland.gf.arc.upstream.KnownIssue;
import dev.tinyland.gf.arc.upstream.RunnerReleases.Acceptance;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.github.WorkflowJob;
import dev.tinyland.gf.github.WorkflowRun;
import dev.tinyland.gf.github.Workflows;
import dev.tinyland.gf.helm.ChartVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The trial of one lane: a job is dispatched, waits, runs and ends; then the lane is watched. {@link #step} does what is
 * due and never waits itself.
 */
final class LaneTrial {
    /** GitHub's clock and the run's creation may differ by this much. */
    private static final Duration SLACK = Duration.ofSeconds(30);
    /** A dispatched run is listed within seconds. */
    private static final Duration FINDING = Duration.ofSeconds(90);

    private static final int TOLERATED_FAILURES = 3;
    private static final long WARNS = 14;
    private static final String HOSTED_GROUP = "GitHub Actions";

    private enum Phase {
        FINDING,
        QUEUED,
        RUNNING,
        BAKING,
        DONE
    }

    private final String lane;
    private final String nonce;
    private final CanarySettings settings;
    private final Workflows workflows;
    private final LaneWatch watch;

    private Phase phase = Phase.FINDING;
    private Instant dispatched = Instant.EPOCH;
    private Instant gitHubTime = Instant.EPOCH;
    private Instant taken = Instant.EPOCH;
    private Instant ended = Instant.EPOCH;
    private Optional<RunLink> run = Optional.empty();
    private String runner = "";
    private String group = "";
    private boolean seenInCluster;
    private int failures;
    private Result result = Result.PASS;
    private final List<String> checks = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<KnownIssue> known = new ArrayList<>();
    private JobSteps steps = JobSteps.none();
    private String next = "";

    LaneTrial(String lane, String nonce, CanarySettings settings, Workflows workflows, LaneWatch watch) {
        this.lane = lane;
        this.nonce = nonce;
        this.settings = settings;
        this.workflows = workflows;
        this.watch = watch;
    }

    String lane() {
        return lane;
    }

    /** The word by which its run is found. */
    String nonce() {
        return nonce;
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    boolean failed() {
        return result == Result.FAIL;
    }

    /** For people: what is being waited for. */
    String waitsFor() {
        String address = run.map(link -> " " + link.page()).orElse("");
        return switch (phase) {
            case FINDING -> "waits for its run to be listed";
            case QUEUED -> "waits for a runner" + address;
            case RUNNING -> "runs on " + runner + address;
            case BAKING -> "is watched after its job";
            case DONE -> result.name() + (reasons.isEmpty() ? "" : ": " + reasons.getFirst());
        };
    }

    /** Takes over what the dispatch left behind. */
    void begin(Workflows.Dispatched what, Instant now) {
        dispatched = now;
        gitHubTime = what.at();
        if (what.run().isPresent()) {
            run = Optional.of(new RunLink(what.run().getAsLong(), ""));
            phase = Phase.QUEUED;
        }
    }

    void unclear(String reason, String what) {
        result = result == Result.FAIL ? Result.FAIL : Result.INCONCLUSIVE;
        reasons.add(reason);
        next = next.isEmpty() ? what : next;
    }

    void fail(String reason, String what) {
        if (result != Result.FAIL) {
            next = what;
            reasons.addFirst(reason);
        } else {
            reasons.add(reason);
        }
        result = Result.FAIL;
    }

    /** Faults of ARC that others met under what was seen. */
    void known(List<KnownIssue> issues) {
        issues.stream().filter(issue -> !known.contains(issue)).forEach(known::add);
    }

    void finish() {
        phase = Phase.DONE;
    }

    void step(Instant now) throws InterruptedException {
        switch (phase) {
            case FINDING -> find(now);
            case QUEUED, RUNNING -> follow(now);
            case BAKING -> bake(now);
            case DONE -> {
                // Nothing is due any more.
            }
        }
    }

    private void find(Instant now) throws InterruptedException {
        switch (workflows.dispatchedSince(settings.workflow(), since())) {
            case Outcome.Failed<List<WorkflowRun>>(Failure failure) -> tolerate(failure);
            case Outcome.Ok<List<WorkflowRun>>(List<WorkflowRun> runs) -> {
                Optional<WorkflowRun> ours = ours(runs, nonce);
                if (ours.isPresent()) {
                    run = Optional.of(new RunLink(ours.get().id(), ours.get().page()));
                    phase = Phase.QUEUED;
                } else if (!now.isBefore(dispatched.plus(FINDING))) {
                    unclear(
                            "its run was dispatched and is not listed after " + FINDING.toSeconds() + " s",
                            "let the workflow's run-name hold inputs.nonce, as workflows/gf-arc-canary.yml does");
                    finish();
                }
            }
        }
    }

    /** The run whose title holds the word, and not as a part of a longer one. */
    static Optional<WorkflowRun> ours(List<WorkflowRun> runs, String nonce) {
        Pattern mark = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(nonce) + "(?![A-Za-z0-9])");
        return runs.stream().filter(one -> mark.matcher(one.title()).find()).findFirst();
    }

    /** Its run, as long as that has not ended. */
    Optional<RunsInFlight.Flight> flight() {
        return switch (phase) {
            case FINDING, QUEUED, RUNNING ->
                Optional.of(new RunsInFlight.Flight(
                        lane,
                        nonce,
                        since(),
                        run.map(link -> OptionalLong.of(link.id())).orElse(OptionalLong.empty())));
            case BAKING, DONE -> Optional.empty();
        };
    }

    private Instant since() {
        return (gitHubTime.equals(Instant.EPOCH) ? dispatched : gitHubTime).minus(SLACK);
    }

    private void follow(Instant now) throws InterruptedException {
        long id = run.orElseThrow().id();
        switch (workflows.jobs(id)) {
            case Outcome.Failed<List<WorkflowJob>>(Failure failure) -> tolerate(failure);
            case Outcome.Ok<List<WorkflowJob>>(List<WorkflowJob> jobs) -> {
                failures = 0;
                Optional<WorkflowJob> ours = jobs.stream()
                        .filter(job -> job.labels().contains(lane))
                        .findFirst()
                        .or(() -> jobs.stream().findFirst());
                ours.ifPresent(job -> {
                    if (!job.page().isEmpty()) {
                        run = Optional.of(new RunLink(id, job.page()));
                    }
                });
                if (ours.isEmpty() || ours.get().waiting()) {
                    queued(now);
                } else {
                    follow(ours.get(), now);
                }
            }
        }
    }

    private void queued(Instant now) throws InterruptedException {
        if (now.isBefore(dispatched.plus(settings.queueTimeout()))) {
            return;
        }
        LaneWatch.Cause cause = watch.whyQueued(lane);
        fail("no runner took its job within " + text(settings.queueTimeout()) + ": " + cause.observed(), cause.next());
        known(cause.known());
        giveUp();
    }

    private void follow(WorkflowJob job, Instant now) throws InterruptedException {
        if (phase == Phase.QUEUED && !job.runner().isEmpty()) {
            phase = Phase.RUNNING;
            taken = now;
            runner = job.runner();
            group = job.group();
            identity(job);
        }
        if (!job.status().equals("completed")) {
            observe();
            if (phase == Phase.RUNNING && !now.isBefore(taken.plus(settings.runTimeout()))) {
                fail("its job runs longer than " + text(settings.runTimeout()), "read the job's log: " + job.page());
                giveUp();
            }
            return;
        }
        ended = now;
        conclude(job);
        phase = result == Result.FAIL || settings.bakeTime().isZero() || !settings.cluster()
                ? Phase.DONE
                : Phase.BAKING;
    }

    /** Whether the runner that took the job is one of the lane's, in the group it should be in. */
    private void identity(WorkflowJob job) throws InterruptedException {
        if (!job.labels().contains(lane)) {
            fail(
                    "its job asks for " + String.join(", ", job.labels()) + ", not for the lane",
                    "let runs-on of the canary's job be inputs.lane");
        }
        if (group.equalsIgnoreCase(HOSTED_GROUP)) {
            fail("a hosted runner of GitHub took its job", "rename the lane: its label is one of GitHub's own");
            return;
        }
        if (!RunnerName.isOf(lane, runner)) {
            fail(
                    "the runner " + runner + " took its job, which is none of the lane's",
                    "look for another runner that carries the label " + lane);
        }
        Optional<String> expected = settings.expectGroup().or(() -> watch.group(lane));
        expected.filter(name -> !name.equalsIgnoreCase(group))
                .ifPresent(name -> fail(
                        "its runner is in the group " + (group.isEmpty() ? "(none said)" : group) + ", not in " + name,
                        "check runnerGroup of the lane, and the organization's runner groups"));
        observe();
    }

    /** A runner's object goes as soon as its job ends, so it is looked for while the job runs. */
    private void observe() throws InterruptedException {
        if (!seenInCluster && settings.cluster() && phase == Phase.RUNNING) {
            seenInCluster = watch.holds(lane, runner, run.orElseThrow().id());
        }
    }

    private void conclude(WorkflowJob job) {
        steps = JobSteps.of(job);
        checks.addAll(steps.named());
        for (JobSteps.Shortfall shortfall :
                steps.shortfalls(settings.expect().getOrDefault(lane, Map.of()), settings.addresses())) {
            if (shortfall.proved()) {
                fail(shortfall.observed(), shortfall.next());
            } else {
                unclear(shortfall.observed(), shortfall.next());
            }
        }
        switch (job.conclusion()) {
            case "success" -> {
                // Its steps have been asked one by one.
            }
            case "cancelled" -> unclear("somebody cancelled its run", "run the canary again");
            case "failure", "timed_out" -> jobFailed(job);
            default ->
                unclear(
                        "its job ended as " + (job.conclusion().isEmpty() ? "nothing" : job.conclusion()),
                        "read the run: " + job.page());
        }
        if (settings.cluster() && !seenInCluster && result == Result.PASS) {
            unclear(
                    "the runner " + runner + " was not seen in the cluster while its job ran",
                    "let the job hold longer (hold_seconds), and check that the kubeconfig is of the lane's cluster");
        }
    }

    private void jobFailed(WorkflowJob job) {
        Optional<WorkflowJob.Step> step = job.steps().stream()
                .filter(one -> one.conclusion().equals("failure"))
                .findFirst();
        if (step.filter(one -> one.name().startsWith("gf-")).isPresent() && result == Result.FAIL) {
            return;
        }
        String where = step.map(one -> "in the step " + one.name()).orElse("before its first step");
        boolean container = step.filter(
                        one -> one.name().equals("Set up job") || one.name().equals("Initialize containers"))
                .isPresent();
        fail(
                "its job failed " + where,
                container
                        ? "a lane in kubernetes mode refuses jobs without a container: give container-image for it"
                        : "read the job's log: " + job.page());
    }

    private void bake(Instant now) throws InterruptedException {
        boolean last = !now.isBefore(ended.plus(settings.bakeTime()));
        switch (watch.bake(lane, last)) {
            case LaneWatch.Bake.Well _ -> {
                if (last) {
                    finish();
                }
            }
            case LaneWatch.Bake.Bad(String observed, String what, List<KnownIssue> issues) -> {
                fail("after its job " + observed, what);
                known(issues);
                finish();
            }
            case LaneWatch.Bake.Unseen(String why, String what) -> {
                unclear("the lane could not be watched after its job: " + why, what);
                finish();
            }
        }
    }

    private void tolerate(Failure failure) throws InterruptedException {
        failures++;
        boolean lasting = switch (failure) {
            case Failure.Unreachable _, Failure.Conflict _ -> false;
            case Failure.NotFound _,
                    Failure.Unauthorized _,
                    Failure.Forbidden _,
                    Failure.Rejected _,
                    Failure.RateLimited _ -> true;
        };
        if (lasting || failures > TOLERATED_FAILURES) {
            unclear("GitHub could not be asked about its run: " + failure.text(), "look at the run by hand");
            giveUp();
        }
    }

    /** Ends the trial; a run that nobody waits for any more is cancelled. */
    void giveUp() throws InterruptedException {
        if (settings.cancel() && run.isPresent() && phase != Phase.DONE && phase != Phase.BAKING) {
            switch (workflows.cancel(run.get().id())) {
                case Outcome.Ok<Boolean> _ -> reasons.add(LaneResult.CANCELLED);
                case Outcome.Failed<Boolean>(Failure.Conflict _) -> {
                    // It has ended by itself.
                }
                case Outcome.Failed<Boolean>(Failure failure) ->
                    reasons.add("its run could not be cancelled: " + failure.text());
            }
        }
        finish();
    }

    LaneResult result() {
        boolean wasTaken = !taken.equals(Instant.EPOCH);
        boolean hasEnded = !ended.equals(Instant.EPOCH);
        return new LaneResult(
                lane,
                result,
                runner,
                group,
                wasTaken ? Optional.of(Duration.between(dispatched, taken)) : Optional.empty(),
                wasTaken && hasEnded ? Optional.of(Duration.between(taken, ended)) : Optional.empty(),
                run,
                checks,
                reasons,
                next,
                known,
                steps.version().map(ChartVersion::toString).orElse(""),
                steps.version().map(this::ending).orElse(""));
    }

    /** What is to be said where the runner's release is about to end. */
    private String ending(ChartVersion version) {
        return switch (watch.acceptance(version)) {
            case Acceptance.Until(var lastDay, long left)
            when left <= WARNS ->
                "its runner " + version + " is accepted until " + lastDay
                        + (left < 0 ? ", as GitHub said it would; it took this job all the same" : "");
            case Acceptance.Until _, Acceptance.Newest _, Acceptance.Unlisted _, Acceptance.Refused _ -> "";
        };
    }

    static String text(Duration time) {
        return time.toSecondsPart() == 0 && time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
