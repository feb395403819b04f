package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.state.receipt.StateReceipt;
import dev.tinyland.gf.testing.github.ApiDescription;
import dev.tinyland.gf.testing.github.Exchange;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The receipt of a good apply, and the repository's variable that keeps it. */
@Timeout(240)
@ExtendWith(BenchExtension.class)
class ReceiptTokenIT {
    private static final String VARIABLE = "GF_STATE_ATTIC";
    private static final String VARIABLES = "/repos/" + GitHubFake.REPOSITORY + "/actions/variables";

    @Test
    void theVariableIsMadeThenWrittenOverAndThePlanReadsIt(Bench bench) throws Exception {
        try (GitHubFake fake = new GitHubFake().token(GitHubFake.Token.PERSON)) {
            reviewed(bench, "one", fake);
            bench.input("receipt-token", GitHubFake.TOKEN);
            bench.expectApply(0, "APPLIED", "");
            String first = Objects.requireNonNull(fake.variables().get(VARIABLE));
            assertEquals(bench.output("receipt"), first);
            assertTrue(StateReceipt.parse(first).isPresent(), first);
            assertTrue(
                    bench.host().out().contains("in the variable GF_STATE_ATTIC of tinyland/infra"), bench.host()::out);
            assertFalse(bench.host().out().contains("gh variable set"), bench.host()::out);

            bench.input("receipt", first);
            reviewed(bench, "two", fake);
            bench.expectApply(0, "APPLIED", "");
            assertEquals(bench.output("receipt"), fake.variables().get(VARIABLE));
            assertFalse(first.equals(fake.variables().get(VARIABLE)), "it is the newer one");
            assertEquals(List.of("POST " + VARIABLES, "PATCH " + VARIABLES + "/" + VARIABLE), fake.writes());
            describedByGitHub(fake);
            tokenIsNowhere(bench);
        }
    }

    @Test
    void aTokenThatMayNotWriteVariablesWarnsAndGivesTheCommand(Bench bench) throws Exception {
        try (GitHubFake fake = new GitHubFake().token(GitHubFake.Token.READ_ONLY)) {
            reviewed(bench, "one", fake);
            bench.input("receipt-token", GitHubFake.TOKEN);
            bench.expectApply(0, "APPLIED", "");
            assertTrue(fake.variables().isEmpty());
            String out = bench.host().out();
            assertTrue(out.contains("a workflow's own token never may"), out);
            assertTrue(
                    out.contains("gh variable set GF_STATE_ATTIC --repo tinyland/infra --body '"
                            + bench.output("receipt") + "'"),
                    out);
            tokenIsNowhere(bench);
        }
    }

    /** GitHub says 404 where a token may not know that there are variables. */
    @Test
    void notFoundForAWriteIsAMissingPermission(Bench bench) throws Exception {
        try (GitHubFake fake = new GitHubFake().token(GitHubFake.Token.PERSON)) {
            fake.order("POST", "/actions/variables", Reply.error(404, "Not Found"));
            reviewed(bench, "one", fake);
            bench.input("receipt-token", GitHubFake.TOKEN);
            bench.expectApply(0, "APPLIED", "");
            assertTrue(bench.host().out().contains("a workflow's own token never may"), bench.host()::out);
        }
    }

    @Test
    void anApplyThatIsRefusedLeavesTheVariableAsItIs(Bench bench) throws Exception {
        try (GitHubFake fake =
                new GitHubFake().token(GitHubFake.Token.PERSON).withVariable(VARIABLE, "what was before")) {
            reviewed(bench, "one", fake);
            bench.input("receipt-token", GitHubFake.TOKEN).input("confirm", "yes");
            bench.expectApply(4, "REFUSED", "TA-CONFIRM");
            assertEquals("what was before", fake.variables().get(VARIABLE));
            assertEquals(List.of(), fake.exchanges());
        }
    }

    private static void reviewed(Bench bench, String resource, GitHubFake fake) throws Exception {
        if (bench.state().isEmpty()) {
            bench.applied();
        }
        bench.configuration("resource \"terraform_data\" \"" + resource + "\" {\n  input = \"new\"\n}\n");
        bench.variable("GITHUB_SHA", "a".repeat(40))
                .variable("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .variable("GITHUB_API_URL", fake.address().toString());
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
    }

    private static void describedByGitHub(GitHubFake fake) throws IOException {
        ApiDescription description = new ApiDescription();
        for (Exchange exchange : fake.exchanges()) {
            assertEquals(List.of(), description.problems(exchange), exchange::line);
        }
    }

    private static void tokenIsNowhere(Bench bench) throws IOException {
        String out = bench.host().out().replace("::add-mask::" + GitHubFake.TOKEN, "");
        assertFalse(out.contains(GitHubFake.TOKEN), out);
        String report = Files.readString(Path.of(bench.output("report-dir")).resolve("report.json"));
        assertFalse(report.contains(GitHubFake.TOKEN), report);
        assertTrue(report.contains("TA-RECEIPT"), report);
    }
}
