package dev.tinyland.gf.arc.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that reads the runner's releases anew, against a double of GitHub. */
class UpdateRunnerReleasesTests {
    private static final Path LIST = Path.of("src/main/resources/dev/tinyland/gf/arc/runner-releases.json");

    @TempDir
    private Path folder = Path.of("");

    private final GitHubFake fake = new GitHubFake();
    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(LIST, folder.resolve("runner-releases.json"));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private CommandResult run() throws IOException, InterruptedException {
        return ChildProcess.of("bash", "scripts/update-runner-releases", GitHubFake.REPOSITORY, file.toString())
                .inheriting("PATH")
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GH_TOKEN", GitHubFake.TOKEN)
                .run();
    }

    private static String release(String tag, String day, boolean preview) {
        return "{\"tag_name\":\"" + tag + "\",\"draft\":false,\"prerelease\":" + preview + ",\"published_at\":\"" + day
                + "T10:00:00Z\"}";
    }

    private void releases(String... releases) {
        fake.order(
                "GET",
                "/repos/actions/runner/releases",
                Reply.json(200, Arrays.stream(releases).collect(Collectors.joining(",", "[", "]"))));
    }

    private void end(String version, String at) {
        fake.order(
                "GET",
                "/actions/runners/deprecations/" + version.replace(".", "[.]") + "$",
                Reply.json(
                        200,
                        "{\"runner_version\":\"" + version + "\",\"runtime_deprecates_at\":" + at
                                + ",\"registration_deprecates_at\":null}"));
    }

    @Test
    void theListIsWrittenAsItIsKeptWithTheDaysThatGitHubNames() throws Exception {
        releases(
                release("v2.340.0", "2026-12-01", false),
                release("v2.341.0", "2026-12-20", true),
                release("v2.339.0", "2026-11-10", false),
                release("v2.300.0", "2022-12-01", false));
        end("2.339.0", "\"2027-01-05T08:04:55Z\"");
        end("2.340.0", "null");

        CommandResult done = run();

        assertEquals(0, done.exitCode(), done.errors());
        List<String> lines = Files.readAllLines(file);
        String text = String.join("\n", lines);
        assertTrue(
                text.contains("    {\"version\": \"2.339.0\", \"date\": \"2026-11-10\", \"ends\": \"2027-01-05\"},\n"
                        + "    {\"version\": \"2.340.0\", \"date\": \"2026-12-01\"}\n  ]"),
                text);
        assertFalse(text.contains("2.300.0"), "older than what may register");
        assertFalse(text.contains("2.341.0"), "a preview is no release");
        assertTrue(text.contains("\"asOf\": \"" + Instant.now().toString().substring(0, 10) + "\""), text);
        assertEquals(Files.readAllLines(LIST).getFirst(), lines.getFirst(), "the form of the file is kept");
        assertFalse(done.errors().contains(GitHubFake.TOKEN), done.errors());
    }

    @Test
    void daysThatATokenMayNotReadAreKeptAsTheyStand() throws Exception {
        releases(release("v2.336.0", "2026-07-20", false), release("v2.339.0", "2026-11-10", false));
        fake.order("GET", "/actions/runners/deprecations/", Reply.error(403, "Resource not accessible"));

        CommandResult done = run();

        assertEquals(0, done.exitCode(), done.errors());
        assertTrue(done.errors().contains("those in the file are kept"), done.errors());
        String text = Files.readString(file);
        assertTrue(text.contains("\"date\": \"2026-07-20\", \"ends\": \"2026-11-05\""), text);
    }

    @Test
    void anAnswerThatIsNoneChangesNothing() throws Exception {
        String before = Files.readString(file);
        fake.order("GET", "/repos/actions/runner/releases", Reply.page(502));
        assertEquals(3, run().exitCode());
        releases();
        assertEquals(3, run().exitCode(), "no release at all is no answer");
        releases(release("v2.339.0", "2026-11-10", false));
        fake.order("GET", "/actions/runners/deprecations/", Reply.page(502));
        assertEquals(3, run().exitCode());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void aRepositoryThatIsNoneIsRefusedBeforeAnythingIsAsked() throws Exception {
        CommandResult done = ChildProcess.of("bash", "scripts/update-runner-releases", "nothing")
                .inheriting("PATH")
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GH_TOKEN", GitHubFake.TOKEN)
                .run();
        assertEquals(2, done.exitCode());
        assertEquals(List.of(), fake.exchanges());
    }
}
