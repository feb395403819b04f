package dev.tinyland.gf.arc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ArcPlanCommandTests {
    private static final Path PLANS = Path.of("src/test/resources/plans").toAbsolutePath();
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-08-18T12:00:00Z"), ZoneOffset.UTC);
    private static final String GOLDEN = plan("restore-cache-attachment-1-add-5-change");

    @TempDir
    Path folder;

    private String said = "";

    private static String plan(String scenario) {
        return PLANS.resolve("helm-2.17").resolve(scenario + ".json").toString();
    }

    private int run(TestHost host, String... arguments) {
        int exit = new CommandLine(new ArcPlanCommand(host.at(TODAY).host())).execute(arguments);
        said = host.out() + host.err();
        return exit;
    }

    private int run(String... arguments) {
        return run(new TestHost(folder), arguments);
    }

    @Test
    void theGoldenPlanIsCleanAndItsLanesAreShown() {
        assertEquals(0, run("--plan-json", GOLDEN));
        assertTrue(said.contains("arc-plan: CLEAN (exit 0)"), said);
        assertTrue(said.contains("tinyland-nix-heavy  create"), said);
        assertTrue(said.contains("1 to add, 5 to change, 0 to destroy"), said);
        assertTrue(said.contains("refresh: unknown, targets: unknown"), said);
    }

    @Test
    void aStepGetsTheOutputsOfTheContract() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        assertEquals(0, run(host, "--plan-json", GOLDEN));
        String outputs = Files.readString(folder.resolve("GITHUB_OUTPUT"));
        assertTrue(outputs.contains("new-lanes"), outputs);
        assertTrue(
                outputs.contains("[\"tinyland-dind\",\"tinyland-docker\",\"tinyland-kvm\",\"tinyland-nix\","
                        + "\"tinyland-nix-heavy\"]"),
                outputs);
        String summary = Files.readString(folder.resolve("GITHUB_STEP_SUMMARY"));
        assertTrue(summary.contains("| tinyland-nix-heavy | create |"), summary);
        assertTrue(summary.contains("It does not say that a job runs"), summary);
    }

    @Test
    void aBlockingFindingCanBeAcceptedWithAReasonThatIsPrinted() {
        String downgrade = plan("lane-downgraded");
        assertEquals(1, run("--plan-json", downgrade));
        assertEquals(
                0,
                run(
                        "--plan-json",
                        downgrade,
                        "--accept",
                        "AP02:gh-docker=rollback of #412\nAP03:tinyland-docker=controller follows"));
        assertTrue(said.contains("BLOCK accepted: rollback of #412"), said);
        assertEquals(2, run("--plan-json", downgrade, "--accept", "AP02:gh-docker"));
        assertTrue(said.contains("RULE:SUBJECT=REASON"), said);
    }

    @Test
    void anAllowedDestroyIsPrintedAndNoLongerBlocks() {
        String deleted = plan("lane-deleted");
        assertEquals(1, run("--plan-json", deleted));
        assertTrue(said.contains("allow-destroy: module.gh[\"gh-kvm\"].helm_release.arc_runner"), said);
        assertEquals(
                0, run("--plan-json", deleted, "--allow-destroy", "module.gh[\"gh-kvm\"].helm_release.arc_runner"));
        assertTrue(said.contains("as allow-destroy says"), said);
    }

    @Test
    void reviewFailsWhereTheCallerWantsIt() {
        String cut = plan("maximum-cut");
        assertEquals(0, run("--plan-json", cut));
        assertEquals(1, run("--plan-json", cut, "--fail-on", "REVIEW"));
        assertTrue(said.contains("arc-plan: REVIEW (exit 1, review)"), said);
    }

    @Test
    void aPlanMadeWithoutRefreshIsPartialWhenItsMetaSaysSo() throws IOException {
        Path meta = folder.resolve("plan.meta.json");
        Files.writeString(meta, "{\"refresh\":false,\"targets\":[],\"excludes\":[]}");
        assertEquals(0, run("--plan-json", plan("without-refresh"), "--plan-meta", meta.toString()));
        assertTrue(said.contains("arc-plan: REVIEW"), said);
        assertTrue(said.contains("without refreshing the state"), said);
        assertEquals(1, run("--plan-json", plan("without-refresh"), "--plan-meta", meta.toString(), "--strict"));
    }

    @Test
    void metaOfAnotherPlanIsRefused() throws IOException {
        Path meta = folder.resolve("plan.meta.json");
        Files.writeString(meta, "{\"jsonSha256\":\"" + "0".repeat(64) + "\"}");
        assertEquals(2, run("--plan-json", GOLDEN, "--plan-meta", meta.toString()));
        assertTrue(said.contains("written for another plan"), said);
    }

    @Test
    void whatIsNoPlanIsNamedAndNeverPrinted() throws IOException {
        String[][] inputs = {
            {"PK\u0003\u0004", "binary plan file"},
            {"{\"@level\":\"info\",\"type\":\"version\"}", "message stream"},
            {"{\"values\":{\"s3cr3t\":1}}", "a state, not a plan"},
            {"{\"format_version\":\"2.0\",\"resource_changes\":[]}", "major of format_version"},
            {"<html>s3cr3t</html>", "not JSON"},
            {"", "not a JSON object"},
            {"[]", "not a JSON object"},
        };
        for (String[] input : inputs) {
            Path file = folder.resolve("input");
            Files.writeString(file, input[0]);
            assertEquals(2, run("--plan-json", file.toString()), input[1]);
            assertTrue(said.contains("arc-plan: UNREADABLE"), said);
            assertTrue(said.contains(input[1]), said);
            assertFalse(said.contains("s3cr3t"), said);
        }
        assertEquals(2, run("--plan-json", folder.resolve("nothing").toString()));
        assertTrue(said.contains("plan-json names no file"), said);
    }

    @Test
    void theInlineTokenReachesNoOutputOfAnyKind() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        Path report = folder.resolve("report");
        assertEquals(1, run(host, "--plan-json", plan("token-inline"), "--report-dir", report.toString()));
        String everything = said
                + Files.readString(folder.resolve("GITHUB_OUTPUT"))
                + Files.readString(folder.resolve("GITHUB_STEP_SUMMARY"))
                + Files.readString(report.resolve("report.json"))
                + Files.readString(report.resolve("summary.md"));
        assertFalse(everything.contains("ghp_"), everything);
    }

    @Test
    void changesOutsideTheExpectedOnesAreFindings() {
        assertEquals(0, run("--plan-json", GOLDEN, "--expect", "tinyland-nix-heavy"));
        assertTrue(said.contains("AP33"), said);
        assertEquals(1, run("--plan-json", GOLDEN, "--expect", "tinyland-nix-heavy", "--strict"));
    }

    @Test
    void aRunnerReleaseThatEndsBlocks() {
        assertEquals(1, run("--plan-json", GOLDEN, "--runner-version", "2.333.0"));
        assertTrue(said.contains("AP13"), said);
        assertEquals(0, run("--plan-json", GOLDEN, "--runner-version", "2.336.0"));
    }

    @Test
    void theCommentCarriesVerdictLanesAndWhatWasAccepted() throws IOException {
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, "b".repeat(40), false)) {
            TestHost host = onPullRequest(fake);
            assertEquals(0, run(host, "--plan-json", GOLDEN, "--comment", "true"));
            String text = fake.comments(7).getFirst().body();
            assertTrue(text.contains("### ✅ arc-plan: CLEAN"), text);
            assertTrue(text.contains("tinyland-nix-heavy"), text);
            assertTrue(text.contains("refresh: unknown, targets: unknown"), text);
            assertTrue(text.contains("It does not say that a job runs on a lane"), text);
            assertTrue(text.contains("commit `bbbbbbbbbbbb`"), text);
            assertTrue(said.contains("CM002"), said);
            assertEquals(0, run(onPullRequest(fake), "--plan-json", GOLDEN, "--comment", "true"));
            assertTrue(said.contains("says the same already; nothing was written"), said);
            assertEquals(1, fake.comments(7).size());
        }
    }

    @Test
    void whetherTheCommentCouldBeWrittenNeverChangesTheVerdict() throws IOException {
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, "b".repeat(40), false)) {
            fake.token(GitHubFake.Token.READ_ONLY);
            assertEquals(0, run(onPullRequest(fake), "--plan-json", GOLDEN, "--comment", "true"));
            assertTrue(said.contains("no comment was written"), said);
            Reply broken = Reply.page(502);
            fake.order("GET", "/pulls/7", broken, broken, broken, broken);
            assertEquals(0, run(onPullRequest(fake), "--plan-json", GOLDEN, "--comment", "true"));
            assertTrue(said.contains("the comment could not be written"), said);
            assertEquals(2, run(onPullRequest(fake), "--plan-json", GOLDEN, "--comment", "sometimes"));
        }
    }

    @Test
    void withoutTheInputNobodyIsAsked() throws IOException {
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, "b".repeat(40), false)) {
            assertEquals(0, run(onPullRequest(fake), "--plan-json", GOLDEN));
            assertTrue(fake.exchanges().isEmpty());
        }
    }

    private TestHost onPullRequest(GitHubFake fake) throws IOException {
        Path event = folder.resolve("event.json");
        String repository = GitHubFake.REPOSITORY;
        Files.writeString(event, """
            {"pull_request":{"number":7,"head":{"sha":"%s","repo":{"full_name":"%s"}},
             "base":{"repo":{"full_name":"%s"}}}}\
            """.formatted("b".repeat(40), repository, repository));
        return new TestHost(folder)
                .inActions()
                .with("GITHUB_EVENT_NAME", "pull_request")
                .with("GITHUB_EVENT_PATH", event.toString())
                .with("GITHUB_REPOSITORY", repository)
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GF_GITHUB_TOKEN", GitHubFake.TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "restore-cache-attachment-1-add-5-change, 0",
        "no-changes, 0",
        "attachment-lost, 0",
        "lane-downgraded, 1",
        "scale-set-name-taken-twice, 1",
    })
    void whatAReviewerReadsIsWhatWasReadAndAccepted(String scenario, int exit) throws IOException {
        assertEquals(
                exit,
                run(
                        "--plan-json",
                        plan(scenario),
                        "--report-dir",
                        folder.resolve("r").toString()));
        Golden.check("arc-reports/plan-" + scenario + ".txt", said);
        Golden.check("arc-reports/plan-" + scenario + ".md", Files.readString(folder.resolve("r/summary.md")));
    }

    @Test
    void aValueThatIsNotThereIsReadAsUnknown() throws IOException {
        ObjectNode plan = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(Path.of(plan("no-changes"))));
        ((ObjectNode) plan.path("variables")).remove("cluster_context");
        Path file = Files.writeString(folder.resolve("plan.json"), plan.toString());
        assertEquals(3, run("--plan-json", file.toString()));
        Golden.check("arc-reports/plan-unknown.txt", said);
    }

    @Test
    void aFileThatIsNoPlanIsReadAsUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "PK\u0003\u0004 and so on");
        assertEquals(2, run("--plan-json", file.toString()));
        Golden.check("arc-reports/plan-unreadable.txt", said);
    }
}
