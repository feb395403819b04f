package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dispatched workflow, run by act on this machine as the lane's runner: each named step proves what it says. */
class CanaryWorkflowIT {
    private static final String EXPECT = "ATTIC_CACHE=main\nATTIC_SERVER=http://localhost\nBAZEL_REMOTE_CACHE";

    private final Map<String, String> environment = new TreeMap<>(Map.of(
            "RUNNER_ENVIRONMENT", "self-hosted",
            "ATTIC_SERVER", "http://localhost:80/",
            "ATTIC_CACHE", "main",
            "BAZEL_REMOTE_CACHE", "grpc://localhost:9092"));

    private Path folder = Path.of("");

    @BeforeEach
    void place(@TempDir Path place) throws IOException {
        folder = place.toRealPath();
        Path workflows = Files.createDirectories(folder.resolve("repository/.github/workflows"));
        Files.copy(Path.of("workflows/gf-arc-canary.yml"), workflows.resolve("gf-arc-canary.yml"));
        Files.createDirectories(folder.resolve("home"));
    }

    /** What became of the named steps, and of the job. */
    private Map<String, String> run(String expect) throws IOException, InterruptedException {
        Path repository = folder.resolve("repository");
        Checkout.commitAll(repository);
        List<String> command = new ArrayList<>(List.of(
                TestTools.binary("act").toString(),
                "workflow_dispatch",
                "--json",
                "--workflows",
                ".github/workflows/gf-arc-canary.yml",
                "--platform",
                "tinyland-nix=-self-hosted"));
        Map.of("lane", "tinyland-nix", "nonce", "abc", "hold_seconds", "0", "expect", expect)
                .forEach((name, value) -> command.addAll(List.of("--input", name + "=" + value)));
        environment.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
        CommandResult act = ChildProcess.of(command)
                .in(repository)
                .inheriting("PATH")
                .with("HOME", folder.resolve("home").toString())
                .run();
        Map<String, String> results = new TreeMap<>();
        for (String line : act.output().split("\n")) {
            JsonNode entry =
                    line.startsWith("{") ? new ObjectMapper().readTree(line) : new ObjectMapper().createObjectNode();
            String step = entry.path("step").asText();
            if (step.startsWith("gf-") && entry.has("stepResult")) {
                results.put(step, entry.path("stepResult").asText());
            }
            if (entry.has("jobResult")) {
                results.put("job", entry.path("jobResult").asText());
            }
        }
        return results;
    }

    private static Map<String, String> results(String... pairs) {
        Map<String, String> results = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            results.put(pairs[i], pairs[i + 1]);
        }
        return results;
    }

    @Test
    void aLaneThatIsAsItsContractSaysPassesEachStep() throws Exception {
        assertEquals(
                results(
                        "gf-runner:self-hosted", "success",
                        "gf-env:ATTIC_SERVER", "success",
                        "gf-net:ATTIC_SERVER", "success",
                        "gf-env:ATTIC_CACHE", "success",
                        "gf-env:BAZEL_REMOTE_CACHE", "success",
                        "gf-net:BAZEL_REMOTE_CACHE", "success",
                        "job", "success"),
                run(EXPECT));
    }

    @Test
    void eachShortfallIsAStepOfItsOwnAndTheOthersAreAskedAllTheSame() throws Exception {
        environment.put("ATTIC_CACHE", "other");
        environment.put("BAZEL_REMOTE_CACHE", "grpc://nowhere.invalid:9092");
        environment.put("RUNNER_ENVIRONMENT", "github-hosted");
        assertEquals(
                results(
                        "gf-runner:self-hosted", "failure",
                        "gf-env:ATTIC_SERVER", "success",
                        "gf-net:ATTIC_SERVER", "success",
                        "gf-env:ATTIC_CACHE", "failure",
                        "gf-env:BAZEL_REMOTE_CACHE", "success",
                        "gf-net:BAZEL_REMOTE_CACHE", "failure",
                        "job", "failure"),
                run(EXPECT));
    }

    @Test
    void whatMustNotBeThereIsMissedOrFound() throws Exception {
        environment.remove("ATTIC_CACHE");
        assertEquals(
                results(
                        "gf-runner:self-hosted", "success",
                        "gf-env:ATTIC_SERVER", "failure",
                        "gf-env:ATTIC_CACHE", "success",
                        "gf-env:BAZEL_REMOTE_CACHE", "success",
                        "gf-net:BAZEL_REMOTE_CACHE", "success",
                        "job", "failure"),
                run("!ATTIC_CACHE\n!ATTIC_SERVER\nBAZEL_REMOTE_CACHE"));
    }
}
