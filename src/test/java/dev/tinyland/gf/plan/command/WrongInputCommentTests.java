package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A run that ends at a wrong input leaves no verdict of an earlier push standing as its own. */
class WrongInputCommentTests {
    private static final String PLANTED = "planted-text-of-nobody";
    private static final String OLDER = "a".repeat(40);
    private static final String HEAD = "b".repeat(40);

    @TempDir
    private Path folder;

    private final GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false);
    private TestHost host = new TestHost(Path.of(""));

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GF_FAIL_ON, fail-on",
        "GF_LOCK_TIMEOUT, lock-timeout",
        "GF_VAR_FILE, var-file",
        "GF_RECEIPT, receipt",
        "GF_RECEIPT_FILE, receipt-file",
        "GF_ENDPOINT_SCOPE, endpoint-scope",
        "GF_ENDPOINT_OVERRIDE, endpoint-override",
        "GF_ALLOW, allow",
        "GF_SERVER_SCOPE, server-scope",
    })
    void theInputsNameIsTold(String variable, String input) throws IOException {
        plan(HEAD, "attic", Map.of(variable, PLANTED));
        assertStopped("input-" + input);
        String body = fake.comments(7).getFirst().body();
        assertEquals(
                Long.toString(fake.comments(7).getFirst().id()), host.outputs().get("comment-id"));
        assertTrue(body.contains("tofu-plan attic: BACKEND_MISMATCH"), body);
        assertTrue(body.contains("the input " + input + " is wrong"), body);
        assertTrue(body.contains("commit `bbbbbbbbbbbb`"), body);
        assertFalse((body + host.out() + host.summary()).contains(PLANTED), () -> body + host.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GF_TARGET", "GF_EXCLUDE", "GF_REPLACE"})
    void anOptionInAnAddressIsRefusedBeforeAnythingIsAsked(String variable) throws IOException {
        plan(HEAD, "attic", Map.of(variable, "-" + PLANTED));
        assertStopped("input-" + variable.substring(3).toLowerCase(java.util.Locale.ROOT));
        assertFalse(fake.comments(7).getFirst().body().contains(PLANTED));
    }

    @Test
    void aNewPushWritesOverTheOneOfTheOlder() throws IOException {
        fake.withPullRequest(7, OLDER, false);
        plan(OLDER, "attic", Map.of("GF_FAIL_ON", PLANTED));
        long first = fake.comments(7).getFirst().id();
        fake.withPullRequest(7, HEAD, false);
        plan(HEAD, "attic", Map.of("GF_ALLOW", PLANTED));
        assertEquals(1, fake.comments(7).size());
        assertEquals(first, fake.comments(7).getFirst().id());
        String body = fake.comments(7).getFirst().body();
        assertTrue(body.contains("the input allow is wrong") && !body.contains("aaaaaaaaaaaa"), body);

        plan(HEAD, "arc-runners", Map.of("GF_FAIL_ON", PLANTED));
        assertEquals(2, fake.comments(7).size(), "another stack has its own");
    }

    @Test
    void changesOnlySpeaksToo() throws IOException {
        plan(HEAD, "attic", Map.of("GF_FAIL_ON", PLANTED, "GF_COMMENT", "changes-only"));
        assertStopped("input-fail-on");
        assertEquals(1, fake.comments(7).size());
    }

    @ParameterizedTest
    @CsvSource({
        "GF_WORKSPACE, ../x, input-workspace",
        "GF_COMMENT, sometimes, input-comment",
        "GF_COMMENT, false, input-fail-on",
        "GF_GITHUB_TOKEN, '', input-fail-on",
        "GITHUB_EVENT_NAME, push, input-fail-on",
    })
    void whereNobodyKnowsWhichCommentOrNoneIsWantedNothingIsWritten(String variable, String value, String reason)
            throws IOException {
        Map<String, String> inputs = variable.equals("GF_WORKSPACE") || value.equals("sometimes")
                ? Map.of(variable, value)
                : Map.of(variable, value, "GF_FAIL_ON", PLANTED);
        if (variable.equals("GITHUB_EVENT_NAME")) {
            Files.writeString(folder.resolve("event.json"), "{}");
        }
        plan(HEAD, "attic", inputs);
        assertStopped(reason);
        assertTrue(fake.writes().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-stack", "Attic!"})
    void aStackThatNobodyKnowsHasNoComment(String stack) throws IOException {
        plan(HEAD, stack, Map.of());
        assertStopped("input-stack");
        assertTrue(fake.exchanges().isEmpty());
    }

    @Test
    void aForkAndATokenThatOnlyReadsChangeNoVerdict() throws IOException {
        fake.token(GitHubFake.Token.READ_ONLY);
        plan(HEAD, "attic", Map.of("GF_FAIL_ON", PLANTED));
        assertStopped("input-fail-on");
        assertTrue(fake.comments(7).isEmpty());
        assertEquals("", host.outputs().get("comment-id"));
    }

    @Test
    void aGitHubThatFailsChangesNoVerdict() throws IOException {
        Reply broken = Reply.page(502);
        fake.order("GET", "/pulls/7", broken, broken, broken, broken);
        plan(HEAD, "attic", Map.of("GF_FAIL_ON", PLANTED));
        assertStopped("input-fail-on");
        assertTrue(host.out().contains("the comment could not be written"), host.out());
    }

    private void assertStopped(String reason) throws IOException {
        assertEquals(reason, host.outputs().get("failure-reason"), host::out);
        assertEquals("BACKEND_MISMATCH", host.outputs().get("verdict"));
        assertEquals("2", host.outputs().get("exit-code"));
    }

    private void plan(String head, String stack, Map<String, String> inputs) throws IOException {
        Path event = folder.resolve("event.json");
        if (!inputs.containsKey("GITHUB_EVENT_NAME")) {
            Files.writeString(event, """
                {"pull_request":{"number":7,"head":{"sha":"%s","repo":{"full_name":"%2$s"}},
                 "base":{"repo":{"full_name":"%2$s"}}}}\
                """.formatted(head, GitHubFake.REPOSITORY));
        }
        host = new TestHost(folder)
                .inActions()
                .with("GITHUB_EVENT_NAME", "pull_request")
                .with("GITHUB_EVENT_PATH", event.toString())
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GF_GITHUB_TOKEN", GitHubFake.TOKEN)
                .with("GF_COMMENT", "true");
        inputs.forEach(host::with);
        Host seen = host.host();
        int exit = new CommandLine(new TofuPlanCommand(seen))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .execute(stack);
        assertEquals(2, exit, host::out);
    }
}
