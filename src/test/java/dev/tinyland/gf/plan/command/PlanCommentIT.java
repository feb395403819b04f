package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.github.GitHubFake;
import java.io.IOException;
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

    private static void onPullRequest(Bench bench, GitHubFake fake) throws IOException {
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
