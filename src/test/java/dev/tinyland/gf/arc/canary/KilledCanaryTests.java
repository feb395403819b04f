package dev.tinyland.gf.arc.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.arc.canary.RunsInFlight.Flight;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import dev.tinyland.gf.testing.github.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole {@code gf arc-canary} process that is ended from outside while its run waits for a runner. */
@Timeout(120)
class KilledCanaryTests {
    private static final String LANE = "tinyland-nix";

    @TempDir
    private Path folder = Path.of("");

    private final GitHubFake fake = new GitHubFake();

    @AfterEach
    void stop() {
        fake.close();
    }

    private Process start(String... more) throws IOException {
        fake.withWorkflow(
                "gf-arc-canary.yml",
                List.of("lane", "nonce", "container", "hold_seconds", "expect"),
                inputs -> "canary " + inputs.get("lane") + " " + inputs.get("nonce"),
                RunState.queued(LANE));
        List<String> arguments = new ArrayList<>(
                List.of("arc-canary", "--cluster-checks", "off", "--interval", "5s", "--report-dir", "report"));
        arguments.addAll(Arrays.asList(more));
        return ChildProcess.ofGf(arguments)
                .in(folder)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .with("GF_GITHUB_TOKEN", GitHubFake.TOKEN)
                .with("GITHUB_OUTPUT", folder.resolve("outputs").toString())
                .with(
                        "RUNNER_TEMP",
                        Files.createDirectories(folder.resolve("temp")).toString())
                .start(folder.resolve("out"), folder.resolve("err"));
    }

    /** Ends the process once GitHub was asked for something, and waits for its end. */
    private void end(Process run, String path, String signal) throws Exception {
        while (fake.exchanges().stream().noneMatch(exchange -> exchange.path().contains(path))) {
            assertTrue(run.isAlive(), this::said);
            Thread.onSpinWait();
        }
        ChildProcess.of("/bin/kill", "-" + signal, Long.toString(run.pid())).run();
        assertTrue(run.waitFor(60, TimeUnit.SECONDS), this::said);
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void assertIncomplete() throws IOException {
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report/report.json").toFile());
        assertEquals("INCOMPLETE", report.path("verdict").asText(), this::said);
        assertEquals("killed", report.path("failureReason").asText());
        String outputs = Files.readString(folder.resolve("outputs"));
        assertTrue(outputs.substring(outputs.lastIndexOf("verdict<<")).contains("INCOMPLETE"), outputs);
        assertFalse(said().contains("ABORT"), this::said);
        assertFalse(said().replaceAll("::add-mask::.*", "").contains(GitHubFake.TOKEN), this::said);
    }

    private List<String> cancels() {
        return fake.writes().stream().filter(write -> write.contains("/cancel")).toList();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void theRunItDispatchedIsCancelledAndNoVerdictIsGiven(String signal, int exit) throws Exception {
        Process run = start("--lanes", LANE);
        end(run, "/runs/17001/jobs", signal);

        assertEquals(exit, run.exitValue(), this::said);
        assertIncomplete();
        assertEquals(1, cancels().size(), () -> fake.writes().toString());
        assertTrue(cancels().getFirst().contains("/runs/17001/cancel"));
        assertTrue(said().contains("arc-canary: the run 17001 on tinyland-nix was cancelled"), this::said);
    }

    @Test
    void everyLanesRunIsCancelled() throws Exception {
        Process run = start("--lanes", LANE + ",tinyland-docker", "--strategy", "parallel");
        end(run, "/runs/17002/jobs", "TERM");

        assertEquals(143, run.exitValue(), this::said);
        assertIncomplete();
        assertEquals(2, cancels().size(), () -> fake.writes().toString());
    }

    @Test
    void aRunThatWasNotFoundYetIsLookedForByItsNonceOnceMore() throws Exception {
        fake.withoutRunDetails();
        fake.order("GET", "/actions/runs[?]", Reply.json(200, "{\"total_count\":0,\"workflow_runs\":[]}"));
        Process run = start("--lanes", LANE);
        end(run, "/actions/runs?", "TERM");

        assertEquals(143, run.exitValue(), this::said);
        assertIncomplete();
        assertEquals(1, cancels().size(), this::said);
    }

    @Test
    void aRunThatCannotBeCancelledIsNamedWithTheCommandThatDoes() throws Exception {
        Reply no = Reply.error(403, "Resource not accessible by integration");
        fake.order("POST", "/cancel", no, no);
        Process run = start("--lanes", LANE);
        end(run, "/runs/17001/jobs", "TERM");

        assertEquals(143, run.exitValue(), this::said);
        assertIncomplete();
        assertTrue(said().contains("the run 17001 on tinyland-nix is left behind"), this::said);
        assertTrue(said().contains("gh run cancel 17001 --repo tinyland/infra"), this::said);
    }

    @Test
    void whoWantsRunsLeftAloneIsToldWhichThereAre() throws Exception {
        Process run = start("--lanes", LANE, "--cancel-on-abort", "false");
        end(run, "/runs/17001/jobs", "TERM");

        assertEquals(143, run.exitValue(), this::said);
        assertEquals(List.of(), cancels());
        assertTrue(said().contains("cancel-on-abort is false"), this::said);
    }

    @Test
    void aDispatchThatIsOnItsWayIsWaitedForAndNoneBeginsAfterwards() throws Exception {
        RunsInFlight runs = new RunsInFlight();
        runs.dispatching();
        CompletableFuture<List<Flight>> ended = CompletableFuture.supplyAsync(() -> {
            try {
                return runs.end(Duration.ofSeconds(60));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Flight flight = new Flight(LANE, "nonce", Instant.EPOCH, OptionalLong.of(17_001));
        runs.keep(flight);
        runs.dispatched();
        assertEquals(List.of(flight), ended.get(60, TimeUnit.SECONDS));
        assertThrows(InterruptedException.class, runs::dispatching);
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedForWithoutEnd() throws Exception {
        RunsInFlight runs = new RunsInFlight();
        runs.dispatching();
        assertEquals(List.of(), runs.end(Duration.ofMillis(20)));
    }
}
