package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.ReportJson;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.testing.github.GitHubFake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The comment action of the release tree in a consumer's job, against our double of GitHub. */
@ExtendWith(ReleaseTreeExtension.class)
class CommentActionIT {
    private static final String JOB = """
        - uses: actions/checkout@v7
        - id: before
          continue-on-error: true
          uses: tinyland/gf-actions/comment@v1
          with:
            supersede: 'true'
            pull-request: '7'
            github-token: ${{ env.CONSUMER_TOKEN }}
        - id: post
          continue-on-error: true
          uses: tinyland/gf-actions/comment@v1
          with:
            reports: reports/arc,reports/lint
            pull-request: '7'
            github-token: ${{ env.CONSUMER_TOKEN }}
        - id: again
          continue-on-error: true
          uses: tinyland/gf-actions/comment@v1
          with:
            reports: |
              reports/arc/report.json
              reports/lint/report.json
            pull-request: '7'
            github-token: ${{ env.CONSUMER_TOKEN }}
        - id: missing
          continue-on-error: true
          uses: tinyland/gf-actions/comment@v1
          with:
            reports: reports/nowhere
            pull-request: '7'
            github-token: ${{ env.CONSUMER_TOKEN }}
        - id: nobody
          continue-on-error: true
          uses: tinyland/gf-actions/comment@v1
          with:
            reports: reports/arc
            pull-request: '8'
            github-token: ${{ env.CONSUMER_TOKEN }}
        """;

    private final ReleaseTree tree;
    private final Path place;

    CommentActionIT(ReleaseTree tree, @TempDir Path place) throws IOException {
        this.tree = tree;
        this.place = place.toRealPath();
    }

    @Test
    void aJobPutsOneCommentInPlaceAndFindsItAgain() throws Exception {
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, "b".repeat(40), false)) {
            HarnessRun run = harness(fake).run(JOB);
            assertEquals("NOT_POSTED  0", told(run, "before"), run::toString);
            assertEquals("POSTED  0", told(run, "post"), run::toString);
            assertEquals("UNCHANGED  0", told(run, "again"), run::toString);
            assertEquals("INVALID input-reports 2", told(run, "missing"), run::toString);
            assertEquals("UNREACHABLE not-found 3", told(run, "nobody"), run::toString);
            assertEquals("failure", run.step("missing").outcome());
            assertEquals(1, fake.comments(7).size());
            assertEquals(1, fake.writes().size(), fake.writes()::toString);
            GitHubFake.Comment comment = fake.comments(7).getFirst();
            assertEquals(Long.toString(comment.id()), run.step("post").output("comment-id"));
            assertTrue(comment.body().contains("#### ❌ arc-plan: `BLOCK` (exit 1)"), comment::body);
            assertTrue(run.report("post", "raw/comment.md").contains("1 of 2 verdicts is not green"));
            assertFalse(run.log().contains(GitHubFake.TOKEN), run::toString);
        }
    }

    @Test
    void aTokenThatCanOnlyReadLeavesTheTextAndDoesNotFailTheJob() throws Exception {
        try (GitHubFake fake =
                new GitHubFake().withPullRequest(7, "b".repeat(40), false).token(GitHubFake.Token.READ_ONLY)) {
            HarnessRun run = harness(fake).run("""
                - uses: actions/checkout@v7
                - id: post
                  uses: tinyland/gf-actions/comment@v1
                  with:
                    reports: reports/arc
                    pull-request: '7'
                    github-token: ${{ env.CONSUMER_TOKEN }}
                """);
            assertTrue(run.succeeded(), run::toString);
            assertEquals("NOT_POSTED  0", told(run, "post"), run::toString);
            assertTrue(run.report("post", "raw/comment.md").contains("arc-plan: `BLOCK`"), run::toString);
            assertTrue(run.log().contains("give the job pull-requests: write"), run::toString);
        }
    }

    private ActionHarness harness(GitHubFake fake) throws IOException {
        return new ActionHarness(tree, place)
                .file("reports/arc/report.json", report("arc-plan", "BLOCK", 1))
                .file("reports/lint/report.json", report("tofu-preflight", "READY", 0))
                .with("CONSUMER_TOKEN", GitHubFake.TOKEN)
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY);
    }

    private static String report(String tool, String verdict, int exitCode) {
        boolean green = exitCode == 0;
        return ReportJson.write(new Report(
                tool,
                "1",
                verdict,
                exitCode,
                green ? "" : "AP01",
                Instant.parse("2026-11-21T18:00:00Z"),
                Duration.ZERO,
                "stack arc-runners",
                List.of(Check.required("AP01", "nothing is destroyed", green ? Status.PASS : Status.FAIL, "", "")),
                green ? List.of() : List.of(Finding.of("AP01", Level.BLOCK, "gh-nix", "destroyed", "why", "next")),
                Map.of(),
                List.of()));
    }

    private static String told(HarnessRun run, String step) {
        return run.step(step).output("verdict") + " " + run.step(step).output("failure-reason") + " "
                + run.step(step).output("exit-code");
    }
}
