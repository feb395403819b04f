package dev.tinyland.gf.testing.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.github.IssueComment;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What we send, and what our double of GitHub answers, is what GitHub itself describes. */
class GitHubDescriptionIT {
    private static final String ANY = "/repos/[^/]+/[^/]+";

    /** Every operation the tools use. */
    private static final List<String> OPERATIONS = List.of(
            "GET /user",
            "GET " + ANY,
            "GET " + ANY + "/pulls/\\d+",
            "GET " + ANY + "/issues/\\d+",
            "GET " + ANY + "/issues/\\d+/comments\\?.*",
            "POST " + ANY + "/issues/\\d+/comments",
            "PATCH " + ANY + "/issues/comments/\\d+",
            "DELETE " + ANY + "/issues/comments/\\d+",
            "GET " + ANY + "/actions/variables/\\w+",
            "POST " + ANY + "/actions/variables",
            "PATCH " + ANY + "/actions/variables/\\w+",
            "POST " + ANY + "/actions/workflows/[^/]+/dispatches",
            "GET " + ANY + "/actions/workflows/[^/]+",
            "GET " + ANY + "/actions/runs\\?.*",
            "GET " + ANY + "/actions/runs/\\d+",
            "GET " + ANY + "/actions/runs/\\d+/jobs.*",
            "POST " + ANY + "/actions/runs/\\d+/cancel",
            "GET /orgs/[^/]+/actions/runners\\?.*",
            "GET " + ANY + "/actions/runners\\?.*");

    private final ApiDescription description = new ApiDescription();

    GitHubDescriptionIT() throws IOException {}

    @Test
    void everyOperationTheToolsUseIsAsGitHubDescribesIt() throws IOException, InterruptedException {
        try (GitHubFake fake = new GitHubFake()) {
            useEverything(fake);
            List<String> problems = new ArrayList<>();
            TreeSet<String> unused = new TreeSet<>(OPERATIONS);
            for (Exchange exchange : fake.exchanges()) {
                assertFalse(exchange.ordered(), exchange::line);
                if (!exchange.path().equals("/graphql")) {
                    problems.addAll(description.problems(exchange));
                    assertTrue(
                            OPERATIONS.stream().anyMatch(exchange.line()::matches),
                            () -> "not in the list: " + exchange.line());
                    unused.removeIf(exchange.line()::matches);
                }
            }
            assertEquals(List.of(), problems);
            assertEquals(List.of(), List.copyOf(unused), "operations that were not used");
        }
    }

    @Test
    void aBodyThatGitHubWouldNotSendIsSeen() throws IOException {
        String list = "/repos/o/r/issues/7/comments";
        Map<String, String> wrong = Map.of(
                "{}", "array expected",
                "[{\"id\":1}]", "required property",
                "[{\"id\":\"one\"}]", "integer expected");
        for (Map.Entry<String, String> row : wrong.entrySet()) {
            List<String> problems = description.problems(exchange("GET", list, "", 200, row.getKey()));
            assertTrue(
                    problems.stream().anyMatch(problem -> problem.contains(row.getValue())),
                    () -> row + ": " + problems);
        }
        assertEquals(
                1,
                description
                        .problems(exchange("GET", list + "?colour=red", "", 200, "[]"))
                        .size());
        assertEquals(
                1,
                description
                        .problems(exchange("GET", "/repos/o/r/scale-sets", "", 200, "[]"))
                        .size());
        assertEquals(
                1, description.problems(exchange("GET", list, "", 202, "[]")).size());
        List<String> request =
                description.problems(exchange("POST", "/repos/o/r/actions/workflows/a/dispatches", "{}", 204, ""));
        assertTrue(request.getFirst().contains("required property 'ref'"), request::toString);
    }

    private static Exchange exchange(String method, String path, String request, int status, String response) {
        return new Exchange(method, path, Map.of(), request, status, response, false);
    }

    private static void useEverything(GitHubFake fake) throws InterruptedException {
        fake.withPullRequest(7, "b".repeat(40), false)
                .withPullRequest(8, "c".repeat(40), true)
                .withRunner("tinyland-nix-x7k2p-runner-9wvbc", "online", true, "tinyland-nix")
                .withWorkflow(
                        "canary.yml",
                        List.of("lane"),
                        inputs -> "canary " + inputs.get("lane"),
                        RunState.queued("tinyland-nix"),
                        RunState.running("tinyland-nix", "tinyland-nix-x7k2p-runner-9wvbc", "infra"),
                        RunState.ended("tinyland-nix", "r", "infra", "success", "gf-env:ATTIC_SERVER=success"));
        fake.withComment(7, "octocat", "hello");
        for (GitHubFake.Token token : GitHubFake.Token.values()) {
            fake.token(token);
            try (GitHubClient client = client(fake)) {
                client.comments().self();
                client.pullRequests().get(7);
                client.pullRequests().get(8);
                client.pullRequests().get(9);
                client.runners().ofOrganization("tinyland");
                client.runners().ofRepository();
                client.variables().write("GF_" + token, "one");
                client.variables().write("GF_" + token, "two");
                if (client.comments().create(7, "text") instanceof Outcome.Ok<IssueComment>(IssueComment made)) {
                    client.comments().update(7, made, "changed");
                    client.comments().delete(7, made);
                }
                client.comments().list(7);
            }
        }
        fake.token(GitHubFake.Token.WORKFLOW);
        try (GitHubClient client = client(fake)) {
            client.comments().create(7, "x".repeat(65_537));
            long run = dispatch(client);
            for (int i = 0; i < 4; i++) {
                client.workflows().run(run);
                client.workflows().jobs(run);
            }
            client.workflows().cancel(run);
            client.workflows().cancel(dispatch(client));
            client.workflows().dispatchedSince("canary.yml", java.time.Instant.EPOCH);
            fake.withoutRunDetails();
            client.workflows().dispatch("canary.yml", "main", Map.of("lane", "tinyland-nix"));
        }
    }

    private static long dispatch(GitHubClient client) throws InterruptedException {
        Outcome<?> outcome = client.workflows().dispatch("canary.yml", "main", Map.of("lane", "tinyland-nix"));
        return assertInstanceOf(
                        dev.tinyland.gf.github.Workflows.Dispatched.class,
                        assertInstanceOf(Outcome.Ok.class, outcome).value())
                .run()
                .orElseThrow();
    }

    private static GitHubClient client(GitHubFake fake) {
        return new GitHubClient(
                new GitHubSettings(fake.address(), GitHubFake.REPOSITORY, Secret.of(GitHubFake.TOKEN), Duration.ZERO),
                _ -> {},
                _ -> {});
    }
}
