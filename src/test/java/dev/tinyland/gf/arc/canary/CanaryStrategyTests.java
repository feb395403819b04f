package dev.tinyland.gf.arc.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.github.WorkflowJob;
import dev.tinyland.gf.github.WorkflowRun;
import dev.tinyland.gf.github.Workflows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Several lanes: one after another and together. */
class CanaryStrategyTests {
    private static final List<String> LANES = List.of("tinyland-nix", "tinyland-docker", "tinyland-dind");

    private final TestTime time = new TestTime(Instant.parse("2026-08-18T12:00:00Z"));
    private final Scripted workflows = new Scripted();

    /** Each lane's job waits for one look, runs for two, and ends as the lane's script says. */
    private static final class Scripted implements Workflows {
        private final Map<String, String> conclusions = new HashMap<>();
        private final List<String> log = new ArrayList<>();
        private final List<String> lanes = new ArrayList<>();
        private final Map<Long, Integer> looks = new HashMap<>();

        @Override
        public Outcome<Dispatched> dispatch(String file, String ref, Map<String, String> inputs) {
            String lane = String.valueOf(inputs.get("lane"));
            lanes.add(lane);
            log.add("dispatch " + lane);
            return Outcome.ok(new Dispatched(OptionalLong.of(lanes.size() - 1L), Instant.EPOCH));
        }

        @Override
        public Outcome<List<WorkflowRun>> dispatchedSince(String file, Instant since) {
            return Outcome.ok(List.of());
        }

        @Override
        public Outcome<List<WorkflowRun>> queued() {
            return Outcome.ok(List.of());
        }

        @Override
        public Outcome<WorkflowRun> run(long id) {
            return Outcome.failed(new Failure.NotFound("the run"));
        }

        @Override
        public Outcome<List<WorkflowJob>> jobs(long run) {
            String lane = lanes.get((int) run);
            int look = looks.merge(run, 1, Integer::sum);
            String conclusion = conclusions.getOrDefault(lane, "success");
            boolean ended = look > 3 && !conclusion.equals("never");
            if (ended) {
                log.add("end " + lane);
            }
            return Outcome.ok(List.of(new WorkflowJob(
                    run,
                    "canary",
                    ended ? "completed" : look == 1 ? "queued" : "in_progress",
                    ended ? conclusion : "",
                    List.of(lane),
                    look == 1 ? "" : lane + "-x7k2p-runner-bbbbb",
                    look == 1 ? "" : "default",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(new WorkflowJob.Step(1, "gf-runner:self-hosted", "completed", "success")),
                    "https://git.example/jobs/" + run)));
        }

        @Override
        public Outcome<Boolean> cancel(long run) {
            log.add("cancel " + lanes.get((int) run));
            return Outcome.ok(true);
        }
    }

    private List<LaneResult> canary(boolean parallel, boolean abortOnFirst) throws InterruptedException {
        CanarySettings settings = new CanarySettings(
                LANES,
                "gf-arc-canary.yml",
                "main",
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ZERO,
                Duration.ofSeconds(15),
                parallel,
                abortOnFirst,
                Optional.empty(),
                Map.of(),
                Set.of(),
                Map.of(),
                true,
                false,
                Optional.empty());
        CanaryOutcome outcome = new Canary(
                        settings,
                        workflows,
                        Optional.empty(),
                        RunnerReleases.builtIn(),
                        KnownIssues.builtIn(),
                        time,
                        time,
                        () -> "nonce",
                        _ -> {},
                        new RunsInFlight())
                .run();
        return assertInstanceOf(CanaryOutcome.Judged.class, outcome).lanes();
    }

    private static String results(List<LaneResult> lanes) {
        return lanes.stream().map(lane -> lane.result().name()).collect(Collectors.joining(" "));
    }

    @Test
    void lanesAreTriedOneAfterAnother() throws InterruptedException {
        assertEquals("PASS PASS PASS", results(canary(false, false)));
        assertEquals(
                List.of(
                        "dispatch tinyland-nix",
                        "end tinyland-nix",
                        "dispatch tinyland-docker",
                        "end tinyland-docker",
                        "dispatch tinyland-dind",
                        "end tinyland-dind"),
                workflows.log);
        assertEquals(Duration.ofSeconds(135), time.passed());
    }

    @Test
    void lanesAreTriedTogether() throws InterruptedException {
        assertEquals("PASS PASS PASS", results(canary(true, false)));
        assertEquals("dispatch tinyland-dind", workflows.log.get(2));
        assertEquals(Duration.ofSeconds(45), time.passed());
    }

    @Test
    void theFirstFailureSkipsTheRest() throws InterruptedException {
        workflows.conclusions.put("tinyland-docker", "failure");
        List<LaneResult> lanes = canary(false, true);
        assertEquals("PASS FAIL SKIPPED", results(lanes));
        assertEquals(CanaryVerdict.ABORT, CanaryVerdict.of(lanes));
        assertTrue(workflows.log.stream().noneMatch(line -> line.contains("tinyland-dind")), workflows.log.toString());
    }

    @Test
    void theFirstFailureCancelsWhatRunsBesideIt() throws InterruptedException {
        workflows.conclusions.put("tinyland-nix", "failure");
        workflows.conclusions.put("tinyland-dind", "never");
        List<LaneResult> lanes = canary(true, true);
        assertEquals("FAIL", lanes.getFirst().result().name());
        assertEquals("INCONCLUSIVE", lanes.getLast().result().name());
        assertTrue(workflows.log.contains("cancel tinyland-dind"), workflows.log.toString());
    }

    @Test
    void aLaneThatFailsLeavesTheOthersTheirTurn() throws InterruptedException {
        workflows.conclusions.put("tinyland-nix", "timed_out");
        List<LaneResult> lanes = canary(false, false);
        assertEquals("FAIL PASS PASS", results(lanes));
        assertTrue(CanaryReport.advice(lanes, CanaryVerdict.ABORT)
                .orElseThrow()
                .startsWith("tinyland-nix: its job failed"));
    }

    @Test
    void anUnknownConclusionIsNoPass() throws InterruptedException {
        workflows.conclusions.put("tinyland-dind", "neutral");
        List<LaneResult> lanes = canary(false, false);
        assertEquals("PASS PASS INCONCLUSIVE", results(lanes));
        assertEquals(CanaryVerdict.HOLD, CanaryVerdict.of(lanes));
    }
}
