package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.report.comment.CommentRenderer;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The comment of a real plan on a pull request. */
@Timeout(180)
@ExtendWith(BenchExtension.class)
class PlanCommentIT {
    private static final String HEAD = "b".repeat(40);

    @Test
    void aPlanIsCommentedAndARedGuardTakesItsPlace(Bench bench) throws Exception {
        bench.applied();
        bench.configuration("resource \"terraform_data\" \"two\" {\n  input = \"two\"\n}\n");
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false)) {
            onPullRequest(bench, fake);
            bench.expect(0, "CHANGES", "");
            String text = fake.comments(7).getFirst().body();
            assertTrue(text.contains("tofu-plan attic: CHANGES"), text);
            assertTrue(text.contains("data.two"), text);
            assertTrue(text.contains("1 to destroy"), text);
            assertFalse(bench.output("comment-id").isEmpty());
            assertTrue(text.length() < 65_536);

            bench.proxy.on(Match.object("HEAD", Bench.KEY), Faults.head404());
            bench.expect(4, "GUARD_RED", "calls-disagree");
            assertEquals(1, fake.comments(7).size());
            assertTrue(
                    fake.comments(7).getFirst().body().contains("tofu-plan attic: GUARD_RED"),
                    fake.comments(7).getFirst().body());
        }
    }

    /** 2,000 resources: everything published is within its limit, and the parts of the comment are one thing. */
    @Test
    void twoThousandResourcesAreReportedWithinEveryLimit(Bench bench) throws Exception {
        bench.configuration("""
            resource "terraform_data" "many" {
              count = 2000
              input = "number ${count.index}: ${join(" ", [for i in range(12) : "word-${i}"])}"
            }
            """);
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false)) {
            onPullRequest(bench, fake);
            bench.input("allow-greenfield", "true");
            bench.expect(0, "CHANGES", "");
            assertEquals("2000", bench.output("adds"));
            assertTrue(fake.comments(7).size() <= CommentRenderer.MOST_PARTS);
            String first = fake.comments(7).getFirst().body();
            assertTrue(first.contains("Plan of attic: 2000 to add"), first);
            assertTrue(first.contains("left out.**"), () -> first.substring(first.length() - 1_500));
            for (GitHubFake.Comment part : fake.comments(7)) {
                assertTrue(
                        part.body().length() <= 65_536, () -> "" + part.body().length());
            }
            long summary = bench.host().summary().getBytes(StandardCharsets.UTF_8).length;
            assertTrue(summary <= 900 * 1024, () -> summary + " bytes");

            bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"one\"\n}\n");
            bench.expect(0, "CHANGES", "");
            assertEquals(1, fake.comments(7).size(), "no part of the long report is left");
            assertTrue(fake.comments(7).getFirst().body().contains("data.one"));
        }
    }

    /** Each stop before a plan, on the same commit and on a newer one: nobody may read the older plan as today's. */
    @Test
    void aRunThatStopsBeforeItsPlanSpeaksAndFoldsTheOlderPlanAway(Bench bench) throws Exception {
        bench.applied();
        bench.configuration("resource \"terraform_data\" \"two\" {\n  input = \"two\"\n}\n");
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false)) {
            onPullRequest(bench, fake);
            bench.expect(0, "CHANGES", "");
            long plan = fake.comments(7).getFirst().id();

            Files.delete(bench.stack().resolve("dev.tfvars"));
            bench.expect(1, "NOT_READY", "PF030");
            assertEquals(2, fake.comments(7).size());
            GitHubFake.Comment stopped = fake.comments(7).getLast();
            assertEquals(Long.toString(stopped.id()), bench.output("comment-id"));
            assertTrue(stopped.body().contains("tofu-plan attic: NOT_READY"), stopped::body);
            assertTrue(stopped.body().contains("PF030"), stopped::body);
            GitHubFake.Comment old = fake.comments(7).getFirst();
            assertTrue(old.body().contains("> **Outdated.**"), old::body);
            assertTrue(fake.isMinimized(plan), "the older plan is folded away");
            assertFalse(fake.isMinimized(stopped.id()));

            bench.expect(1, "NOT_READY", "PF030");
            assertEquals(2, fake.comments(7).size(), "the second stop writes over the first");

            Files.writeString(bench.stack().resolve("dev.tfvars"), "# nothing\n");
            bench.expect(0, "CHANGES", "");
            assertEquals(2, fake.comments(7).size());
            old = fake.comments(7).getFirst();
            assertEquals(Long.toString(plan), bench.output("comment-id"));
            assertFalse(old.body().contains("Outdated"), old::body);
            assertFalse(fake.isMinimized(plan), "the plan can be read again");
            assertTrue(fake.comments(7).getLast().body().contains("> **Outdated.**"));
            assertTrue(fake.isMinimized(stopped.id()), "and the stop is folded away");

            bench.input("fail-on", "storage,what-nobody-knows");
            bench.expect(2, "BACKEND_MISMATCH", "input-fail-on");
            assertEquals(Long.toString(stopped.id()), bench.output("comment-id"));
            assertTrue(fake.comments(7).getLast().body().contains("the input fail-on is wrong"));
            assertTrue(fake.comments(7).getFirst().body().contains("> **Outdated.**"));
            assertTrue(fake.isMinimized(plan), "a plan of before the wrong input is folded away");

            bench.input("fail-on", "").input("access-key", "of-nobody");
            bench.expect(3, "UNREACHABLE", "auth");
            assertTrue(fake.comments(7).getFirst().body().contains("UNREACHABLE"));
        }
    }

    @Test
    void whereGitHubRefusesToFoldTheWordsAtItsHeadStand(Bench bench) throws Exception {
        bench.applied();
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false).token(GitHubFake.Token.PERSON)) {
            onPullRequest(bench, fake);
            bench.expect(0, "NO_CHANGES", "");
            fake.order(
                    "POST", "/graphql", Reply.json(200, "{\"errors\":[{\"type\":\"FORBIDDEN\",\"message\":\"no\"}]}"));
            Files.delete(bench.stack().resolve("dev.tfvars"));
            bench.expect(1, "NOT_READY", "PF030");
            assertTrue(fake.comments(7).getFirst().body().contains("> **Outdated.**"));
            assertFalse(fake.isMinimized(fake.comments(7).getFirst().id()));
            assertTrue(bench.host().out().contains("could not be folded away"), bench.host()::out);
        }
    }

    @Test
    void aLockThatIsHeldIsSaidInTheComment(Bench bench) throws Exception {
        bench.applied();
        bench.store.put(
                Bench.BUCKET,
                Bench.KEY + ".tflock",
                "{\"ID\":\"1\",\"Operation\":\"OperationTypeApply\",\"Who\":\"runner@other\",\"Created\":\"2026-11-01T00:00:00Z\"}"
                        .getBytes(StandardCharsets.UTF_8));
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false)) {
            onPullRequest(bench, fake);
            bench.input("lock-timeout", "0s").input("comment", "changes-only");
            bench.expect(3, "LOCKED", "locked");
            String text = fake.comments(7).getFirst().body();
            assertTrue(text.contains("tofu-plan attic: LOCKED"), text);
            assertTrue(text.contains("runner@other"), text);
        }
    }

    @Test
    void aTokenThatMayOnlyReadChangesNoVerdict(Bench bench) throws Exception {
        bench.applied();
        try (GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false)) {
            fake.token(GitHubFake.Token.READ_ONLY);
            onPullRequest(bench, fake);
            bench.expect(0, "NO_CHANGES", "");
            assertEquals("", bench.output("comment-id"));
        }
    }

    static void onPullRequest(Bench bench, GitHubFake fake) throws IOException {
        Path event = bench.folder.resolve("event.json");
        Files.writeString(event, """
            {"pull_request":{"number":7,"head":{"sha":"%s","repo":{"full_name":"%2$s"}},
             "base":{"repo":{"full_name":"%2$s"}}}}\
            """.formatted(HEAD, GitHubFake.REPOSITORY));
        bench.variable("GITHUB_EVENT_NAME", "pull_request")
                .variable("GITHUB_EVENT_PATH", event.toString())
                .variable("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .variable("GITHUB_API_URL", fake.address().toString())
                .input("github-token", GitHubFake.TOKEN)
                .input("comment", "true");
    }
}
