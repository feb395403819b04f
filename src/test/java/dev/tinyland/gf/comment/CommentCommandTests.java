package dev.tinyland.gf.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.Gf;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.ReportJson;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentCommandTests {
    private static final String HEAD = "b".repeat(40);
    private static final String OLD = "a".repeat(40);
    private static final Instant NOW = Instant.parse("2026-11-21T18:30:00Z");

    @TempDir
    Path folder;

    private final GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false);
    private int files;

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void theReportsOfTwoToolsStandInOneCommentWithTheBadOneFirst() throws IOException {
        TestHost host = host(HEAD).with("GF_REPORTS", report(green("gf-lint")) + "," + report(blocked()));
        assertEquals(0, run(host));
        assertEquals("POSTED", host.outputs().get("verdict"));
        GitHubFake.Comment comment = fake.comments(7).getFirst();
        assertEquals(Long.toString(comment.id()), host.outputs().get("comment-id"));
        String text = comment.body();
        assertTrue(text.startsWith("<!-- gf-comment v1 id="), text);
        assertTrue(text.contains("### ❌ gf-actions: 1 of 2 verdicts is not green"), text);
        assertTrue(text.indexOf("#### ❌ arc-plan: `BLOCK` (exit 1)") < text.indexOf("#### ✅ gf-lint"), text);
        assertTrue(
                text.contains("commit `bbbbbbbbbbbb`, in [this run](https://git.example/" + GitHubFake.REPOSITORY
                        + "/actions/runs/99/attempts/2), started by octocat."),
                text);
        assertTrue(text.contains("| AP01 | gh-nix | destroyed |"), text);
        assertTrue(host.out().contains(" API calls)"), host.out());
    }

    @Test
    void theSameAgainIsUnchangedAndAnotherVerdictIsWrittenOver() throws IOException {
        String good = report(green("arc-plan"));
        run(host(HEAD).with("GF_REPORTS", good));
        int writes = fake.writes().size();
        TestHost again = host(HEAD).with("GF_REPORTS", good).with("GITHUB_RUN_ID", "100");
        assertEquals(0, run(again));
        assertEquals("UNCHANGED", again.outputs().get("verdict"));
        assertEquals(writes, fake.writes().size());
        run(host(HEAD).with("GF_REPORTS", report(blocked())));
        assertEquals(1, fake.comments(7).size());
        assertTrue(fake.comments(7).getFirst().body().contains("BLOCK"));
    }

    @Test
    void aNewPushMarksTheOldVerdictBeforeJudging() throws IOException {
        fake.withPullRequest(7, OLD, false);
        run(host(OLD).with("GF_REPORTS", report(green("arc-plan"))));
        fake.withPullRequest(7, HEAD, false);
        TestHost host = host(HEAD).with("GF_SUPERSEDE", "true");
        assertEquals(0, run(host));
        assertEquals("POSTED", host.outputs().get("verdict"));
        String text = fake.comments(7).getFirst().body();
        assertTrue(
                text.contains("> **Superseded.** What follows is about commit `aaaaaaaaaaaa`; the head is now"
                        + " `bbbbbbbbbbbb`, which [this run]("),
                text);
        run(host(HEAD).with("GF_REPORTS", report(green("arc-plan"))));
        assertFalse(fake.comments(7).getFirst().body().contains("Superseded"));
    }

    @Test
    void anOlderRunThatIsLateDoesNotWriteOverTheNewerVerdict() throws IOException {
        run(host(HEAD).with("GF_REPORTS", report(blocked())));
        TestHost late = host(OLD).with("GF_REPORTS", report(green("arc-plan")));
        assertEquals(0, run(late));
        assertEquals("NOT_POSTED", late.outputs().get("verdict"));
        assertTrue(late.out().contains("aaaaaaaaaaaa is not the head of the pull request"), late.out());
        assertTrue(fake.comments(7).getFirst().body().contains("BLOCK"));
    }

    @Test
    void aReadOnlyTokenIsNotPostedAndTheTextIsLeftForOthers() throws IOException {
        fake.token(GitHubFake.Token.READ_ONLY);
        TestHost host = host(HEAD).with("GF_REPORTS", report(blocked()));
        assertEquals(0, run(host));
        assertEquals("NOT_POSTED", host.outputs().get("verdict"));
        assertEquals("", host.outputs().get("comment-id"));
        assertTrue(host.out().contains("give the job pull-requests: write"), host.out());
        Path text = Path.of(host.outputs().get("report-dir"), "raw", "comment.md");
        assertTrue(Files.readString(text).contains("#### ❌ arc-plan"));
        assertTrue(host.out().contains("raw/comment.md"), host.out());
    }

    @Test
    void aForksRunContactsNobody() throws IOException {
        TestHost host = host(HEAD).with("GF_REPORTS", report(blocked()));
        host.with("GITHUB_EVENT_PATH", event("mallory/infra", HEAD));
        assertEquals(0, run(host));
        assertEquals("NOT_POSTED", host.outputs().get("verdict"));
        assertTrue(host.out().contains("comes from a fork"), host.out());
        assertEquals(List.of(), fake.exchanges());
    }

    @Test
    void aWorkflowRunPostsForAForkByTheNumberItIsGiven() throws IOException {
        fake.withPullRequest(8, OLD, true);
        TestHost host = host(HEAD)
                .with("GF_REPORTS", report(blocked()))
                .with("GF_PULL_REQUEST", "8")
                .with("GITHUB_EVENT_NAME", "workflow_run")
                .with("GITHUB_EVENT_PATH", "");
        assertEquals(0, run(host));
        assertEquals("POSTED", host.outputs().get("verdict"));
        assertEquals(1, fake.comments(8).size());
    }

    @Test
    void aWorkflowRunIsAboutTheHeadOfTheRunItFollows() throws IOException {
        fake.withPullRequest(8, OLD, true);
        Path event = folder.resolve("workflow-run.json");
        Files.writeString(event, "{\"workflow_run\":{\"head_sha\":\"" + OLD + "\"}}");
        for (String number : List.of("8", "7")) {
            TestHost host = host(HEAD)
                    .with("GF_REPORTS", report(blocked()))
                    .with("GF_PULL_REQUEST", number)
                    .with("GITHUB_SHA", "c".repeat(40))
                    .with("GITHUB_EVENT_NAME", "workflow_run")
                    .with("GITHUB_EVENT_PATH", event.toString());
            assertEquals(0, run(host));
            assertEquals(
                    number.equals("8") ? "POSTED" : "NOT_POSTED", host.outputs().get("verdict"));
        }
        assertTrue(fake.comments(8).getFirst().body().contains("Judged: commit `aaaaaaaaaaaa`"));
        assertEquals(List.of(), fake.comments(7), "another pull request than the one that was judged");
    }

    @ParameterizedTest
    @CsvSource({"502,network", "401,auth", "422,rejected", "404,not-found"})
    void whatCannotBeAskedIsUnreachable(int status, String reason) throws IOException {
        Reply reply = status == 502 ? Reply.page(502) : Reply.error(status, "no");
        fake.order("GET", "/pulls/7", reply, reply);
        TestHost host = host(HEAD).with("GF_REPORTS", report(green("arc-plan")));
        assertEquals(3, run(host));
        assertEquals("UNREACHABLE", host.outputs().get("verdict"));
        assertEquals(reason, host.outputs().get("failure-reason"));
        assertEquals(List.of(), fake.writes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "pull-request", "github-token", "supersede", "api-url"})
    void aWrongInputIsSaidAndNothingIsContacted(String input) throws IOException {
        String good = report(blocked());
        TestHost host = host(HEAD).with("GF_REPORTS", good);
        switch (input) {
            case "reports" -> host.with("GF_REPORTS", good + "," + folder.resolve("nowhere"));
            case "pull-request" -> host.with("GF_PULL_REQUEST", "seven");
            case "github-token" -> host.with("GF_GITHUB_TOKEN", "");
            case "api-url" -> host.with("GITHUB_API_URL", "http://git.example");
            default -> host.with("GF_SUPERSEDE", "true");
        }
        assertEquals(2, run(host));
        assertEquals("INVALID", host.outputs().get("verdict"));
        assertEquals("input-" + input, host.outputs().get("failure-reason"));
        assertEquals(List.of(), fake.exchanges());
    }

    @Test
    void anEventWithoutAPullRequestAsksForTheNumber() throws IOException {
        TestHost host = host(HEAD).with("GF_REPORTS", report(blocked())).with("GITHUB_EVENT_PATH", "");
        assertEquals(2, run(host));
        assertTrue(host.out().contains("pull-request is required"), host.out());
        assertEquals(List.of(), fake.exchanges());
    }

    @Test
    void aHostileReportIsShownAsText() throws IOException {
        String hostile = "<!-- gf-comment v1 id=" + "0".repeat(32) + " --> @tinyland/admins <b>x</b> </details> ```";
        String report = ReportJson.write(new Report(
                "arc-plan",
                "1",
                "BLOCK",
                1,
                "AP01",
                NOW,
                Duration.ZERO,
                hostile,
                List.of(),
                List.of(Finding.of("AP01", Level.BLOCK, hostile, hostile, hostile, hostile)),
                Map.of("lanes", "[{\"label\":\"@tinyland/admins <i>\"}]"),
                List.of(hostile)));
        assertEquals(0, run(host(HEAD).with("GF_REPORTS", report(report))));
        String text = fake.comments(7).getFirst().body();
        assertEquals(1, text.split("<!-- gf-comment", -1).length - 1);
        assertFalse(text.contains("@tinyland"), text);
        assertFalse(text.contains("<b>") || text.contains("<i>"), text);
    }

    @Test
    void theTokenIsInNothingThatIsLeftBehind() throws IOException {
        String report = ReportJson.write(new Report(
                "arc-plan",
                "1",
                "BLOCK",
                1,
                "AP01",
                NOW,
                Duration.ZERO,
                "leaked " + GitHubFake.TOKEN,
                List.of(),
                List.of(Finding.of("AP01", Level.BLOCK, "x", GitHubFake.TOKEN, "w", "n")),
                Map.of(),
                List.of()));
        TestHost host = host(HEAD).with("GF_REPORTS", report(report));
        assertEquals(0, run(host));
        String left = host.everything(List.of()).replace("::add-mask::" + GitHubFake.TOKEN, "");
        assertTrue(left.contains("gf-comment") || left.contains("POSTED"), left);
        assertFalse(left.contains(GitHubFake.TOKEN), left);
        assertFalse(fake.comments(7).getFirst().body().contains(GitHubFake.TOKEN));
        fake.exchanges().forEach(exchange -> assertFalse(exchange.request().contains(GitHubFake.TOKEN)));
    }

    private static int run(TestHost host) {
        return Gf.on(host.host()).execute("comment");
    }

    private TestHost host(String sha) throws IOException {
        return new TestHost(Files.createDirectories(folder.resolve("host" + files++)))
                .inActions()
                .at(Clock.fixed(NOW, ZoneOffset.UTC))
                .with("GF_GITHUB_TOKEN", GitHubFake.TOKEN)
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GITHUB_SERVER_URL", "https://git.example")
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .with("GITHUB_RUN_ID", "99")
                .with("GITHUB_RUN_ATTEMPT", "2")
                .with("GITHUB_ACTOR", "octocat")
                .with("GITHUB_EVENT_NAME", "pull_request")
                .with("GITHUB_EVENT_PATH", event(GitHubFake.REPOSITORY, sha));
    }

    private String event(String headRepository, String sha) throws IOException {
        Path file = folder.resolve("event" + files++ + ".json");
        Files.writeString(file, """
            {"pull_request":{"number":7,"head":{"sha":"%s","repo":{"full_name":"%s"}},
             "base":{"repo":{"full_name":"%s"}}}}\
            """.formatted(sha, headRepository, GitHubFake.REPOSITORY));
        return file.toString();
    }

    private String report(String json) throws IOException {
        Path place = Files.createDirectories(folder.resolve("report" + files++));
        Files.writeString(place.resolve("report.json"), json);
        return place.toString();
    }

    private static String green(String tool) {
        return ReportJson.write(new Report(
                tool,
                "1",
                "CLEAN",
                0,
                "",
                NOW.minusSeconds(600),
                Duration.ZERO,
                "12 files",
                List.of(Check.required("X1", "something was judged", Status.PASS, "", "yes")),
                List.of(),
                Map.of(),
                List.of()));
    }

    private static String blocked() {
        return ReportJson.write(new Report(
                "arc-plan",
                "1",
                "BLOCK",
                1,
                "AP01",
                NOW.minusSeconds(600),
                Duration.ZERO,
                "plan 1234",
                List.of(Check.required("AP01", "nothing is destroyed", Status.FAIL, "none", "gh-nix")),
                List.of(Finding.of("AP01", Level.BLOCK, "gh-nix", "destroyed", "jobs queue for ever", "allow-destroy")),
                Map.of("scope", "refresh: unknown, targets: unknown"),
                List.of("gf arc-plan --help")));
    }
}
