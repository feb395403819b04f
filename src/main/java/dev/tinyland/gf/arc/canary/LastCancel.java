package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.arc.canary.RunsInFlight.Flight;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.github.WorkflowRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Cancels what a canary has dispatched when the canary itself is ended from outside: nobody would look at those runs any
 * more, and each holds a runner of its lane.
 */
public final class LastCancel implements Runnable {
    /** A runner that cancels a job kills its processes 7.5 seconds after the first signal (actions/runner). */
    private static final Duration IN_ALL = Duration.ofSeconds(6);

    private static final Duration FOR_A_DISPATCH = Duration.ofSeconds(3);

    private final RunsInFlight runs;
    private final GitHubSettings settings;
    private final String workflow;
    private final boolean cancel;
    private final Consumer<String> voice;

    /**
     * A last act.
     *
     * @param workflow file name of the dispatched workflow, by which a run without a known id is looked for
     * @param cancel whether runs are to be cancelled; else it is only said which are left
     */
    public LastCancel(
            RunsInFlight runs, GitHubSettings settings, String workflow, boolean cancel, Consumer<String> voice) {
        this.runs = runs;
        this.settings = new GitHubSettings(settings.api(), settings.repository(), settings.token(), Duration.ZERO);
        this.workflow = workflow;
        this.cancel = cancel;
        this.voice = voice;
    }

    @Override
    public void run() {
        long deadline = System.nanoTime() + IN_ALL.toNanos();
        try {
            Map<Thread, Flight> works = new LinkedHashMap<>();
            for (Flight flight : runs.end(FOR_A_DISPATCH)) {
                works.put(Thread.ofPlatform().daemon().start(() -> end(flight)), flight);
            }
            for (Map.Entry<Thread, Flight> work : works.entrySet()) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative() || !work.getKey().join(left)) {
                    left(work.getValue(), "GitHub did not answer in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Flight flight) {
        if (!cancel) {
            left(flight, "cancel-on-abort is false");
            return;
        }
        try (GitHubClient client = new GitHubClient(settings, LastCancel::noWait, _ -> {})) {
            Outcome<Optional<Flight>> found =
                    flight.run().isPresent() ? Outcome.ok(Optional.of(flight)) : find(client, flight);
            switch (found) {
                case Outcome.Failed<Optional<Flight>>(Failure failure) -> left(flight, failure.text());
                case Outcome.Ok<Optional<Flight>>(Optional<Flight> run) -> {
                    if (run.isEmpty()) {
                        left(flight, "its run is not listed yet");
                    } else {
                        cancel(client, run.get());
                    }
                }
            }
        } catch (InterruptedException e) {
            left(flight, "GitHub asks to wait");
        }
    }

    private Outcome<Optional<Flight>> find(GitHubClient client, Flight flight) throws InterruptedException {
        return client.workflows()
                .dispatchedSince(workflow, flight.since())
                .map(listed -> LaneTrial.ours(listed, flight.nonce())
                        .map(WorkflowRun::id)
                        .map(id -> new Flight(flight.lane(), flight.nonce(), flight.since(), OptionalLong.of(id))));
    }

    private void cancel(GitHubClient client, Flight flight) throws InterruptedException {
        switch (client.workflows().cancel(flight.run().orElseThrow())) {
            case Outcome.Ok<Boolean> _ ->
                voice.accept("the run " + flight.run().getAsLong() + " on " + flight.lane() + " was cancelled");
            case Outcome.Failed<Boolean>(Failure.Conflict _) ->
                voice.accept("the run " + flight.run().getAsLong() + " on " + flight.lane() + " had ended");
            case Outcome.Failed<Boolean>(Failure failure) -> left(flight, failure.text());
        }
    }

    private void left(Flight flight, String why) {
        voice.accept("the run "
                + (flight.run().isPresent() ? flight.run().getAsLong() + " " : "")
                + "on " + flight.lane() + " is left behind (" + why + "), and holds a runner: "
                + (flight.run().isPresent()
                        ? "gh run cancel " + flight.run().getAsLong() + " --repo " + settings.repository()
                        : "look for " + flight.nonce() + " among the runs of " + workflow));
    }

    private static void noWait(Duration time) throws InterruptedException {
        throw new InterruptedException("no time to wait " + time);
    }
}
