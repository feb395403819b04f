package dev.tinyland.gf.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.testing.FileServer;
import dev.tinyland.gf.testing.github.Exchange;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import dev.tinyland.gf.testing.github.RunState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubClientTests {
    private static final String HEAD = "b".repeat(40);

    private final GitHubFake fake = new GitHubFake().withPullRequest(7, HEAD, false);
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final GitHubClient client = client(fake.address());

    @AfterEach
    void stop() {
        client.close();
        fake.close();
        told.forEach(line -> assertFalse(line.contains(GitHubFake.TOKEN), line));
    }

    @Test
    void everyPageOfCommentsIsRead() throws InterruptedException {
        for (int i = 0; i < 250; i++) {
            fake.withComment(7, "octocat", "comment " + i);
        }
        List<IssueComment> comments = ok(client.comments().list(7));
        assertEquals(250, comments.size());
        assertEquals("comment 249", comments.getLast().body());
        assertEquals(
                3,
                fake.exchanges().stream()
                        .filter(each -> each.path().contains("/comments?"))
                        .count());
    }

    @Test
    void aCommentIsMadeChangedAndTakenAway() throws InterruptedException {
        IssueComment made = ok(client.comments().create(7, "one"));
        assertEquals("github-actions[bot]", made.author());
        assertTrue(made.page().orElseThrow().contains("#issuecomment-"));
        IssueComment changed = ok(client.comments().update(7, made, "two"));
        assertEquals(made.id(), changed.id());
        assertEquals("two", fake.comments(7).getFirst().body());
        ok(client.comments().delete(7, changed));
        assertEquals(List.of(), fake.comments(7));
    }

    @Test
    void aCommentOfADeletedAccountIsRead() throws InterruptedException {
        fake.order("GET", "/comments", Reply.json(200, "[{\"id\":1,\"body\":\"x\",\"user\":null}]"));
        assertEquals("ghost", ok(client.comments().list(7)).getFirst().author());
    }

    @Test
    void theTokenSaysWhoItIs() throws InterruptedException {
        for (GitHubFake.Token kind : GitHubFake.Token.values()) {
            fake.token(kind);
            try (GitHubClient each = client(fake.address())) {
                String self = ok(each.comments().self());
                assertEquals(kind == GitHubFake.Token.PERSON ? "octocat" : "github-actions[bot]", self);
            }
        }
    }

    @Test
    void aPullRequestOfAForkIsTold() throws InterruptedException {
        fake.withPullRequest(8, HEAD, true);
        assertEquals(
                new PullRequest(7, HEAD, false, true), ok(client.pullRequests().get(7)));
        assertTrue(ok(client.pullRequests().get(8)).fork());
        assertInstanceOf(Failure.NotFound.class, failure(client.pullRequests().get(9)));
    }

    @Test
    void aReadOnlyTokenIsForbiddenAndAWrongOneUnauthorized() throws InterruptedException {
        fake.token(GitHubFake.Token.READ_ONLY);
        Failure failure = failure(client.comments().create(7, "text"));
        assertEquals(new Failure.Forbidden("Resource not accessible by integration"), failure);
        GitHubSettings wrong = new GitHubSettings(
                fake.address(), GitHubFake.REPOSITORY, Secret.of("ghs_wrong"), Duration.ofSeconds(90));
        try (GitHubClient stranger = new GitHubClient(wrong, waits::add, told::add)) {
            assertEquals(
                    new Failure.Unauthorized("Bad credentials"),
                    failure(stranger.comments().list(7)));
        }
    }

    @Test
    void aCommentThatIsTooLongIsRejectedWithGitHubsWords() throws InterruptedException {
        Failure failure = failure(client.comments().create(7, "x".repeat(65_537)));
        assertEquals(422, assertInstanceOf(Failure.Rejected.class, failure).status());
        assertTrue(failure.text().contains("Body is too long (maximum is 65536 characters)"), failure::text);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 403})
    void aRateLimitIsWaitedForAsItAsksAndTold(int status) throws InterruptedException {
        fake.order(
                "GET",
                "/comments",
                Reply.error(status, "You have exceeded a secondary rate limit").with("Retry-After", "7"));
        ok(client.comments().list(7));
        assertEquals(List.of(Duration.ofSeconds(8)), waits);
        assertEquals(1, told.size());
        assertTrue(
                told.getFirst().startsWith("GitHub's secondary rate limit: waiting 8 s, then GET /repos/"),
                told::toString);
    }

    @Test
    void aDateInRetryAfterIsReadByGitHubsClock() throws InterruptedException {
        fake.order(
                "GET",
                "/comments",
                Reply.error(429, "slow down")
                        .with("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(soon(40))));
        ok(client.comments().list(7));
        assertAbout(40);
    }

    @Test
    void aSpentLimitIsWaitedForUntilItsReset() throws InterruptedException {
        fake.order(
                "GET",
                "/comments",
                Reply.error(403, "API rate limit exceeded for installation")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", Long.toString(soon(40).toEpochSecond())));
        ok(client.comments().list(7));
        assertAbout(40);
    }

    @Test
    void aSecondaryLimitWithoutATimeIsAMinute() throws InterruptedException {
        fake.order("POST", "/comments", Reply.error(403, "You have exceeded a secondary rate limit."));
        ok(client.comments().create(7, "text"));
        assertEquals(List.of(Duration.ofSeconds(61)), waits);
        assertEquals(1, fake.comments(7).size());
    }

    @Test
    void aLimitBeyondThePatienceFailsAtOnceAndSaysUntilWhen() throws InterruptedException {
        Instant reset = soon(3_000).toInstant();
        fake.order(
                "GET",
                "/comments",
                Reply.error(403, "API rate limit exceeded")
                        .with("X-RateLimit-Remaining", "0")
                        .with("X-RateLimit-Reset", Long.toString(reset.getEpochSecond())));
        Failure failure = failure(client.comments().list(7));
        assertEquals(
                Optional.of(reset),
                assertInstanceOf(Failure.RateLimited.class, failure).until());
        assertTrue(failure.text().contains("it answers again at " + reset), failure::text);
        assertEquals(List.of(), waits);
    }

    @Test
    void thePatienceIsOneForAllCalls() throws InterruptedException {
        Reply limit = Reply.error(429, "slow down").with("Retry-After", "39");
        fake.order("GET", "/comments", limit, limit, limit);
        assertInstanceOf(Failure.RateLimited.class, failure(client.comments().list(7)));
        assertEquals(List.of(Duration.ofSeconds(40), Duration.ofSeconds(40)), waits);
    }

    @Test
    void a502IsAskedAgainOnce() throws InterruptedException {
        fake.order("GET", "/comments", Reply.page(502));
        ok(client.comments().list(7));
        fake.order("GET", "/comments", Reply.page(502), Reply.page(502));
        Failure failure = failure(client.comments().list(7));
        assertTrue(failure.text().contains("status 502 (text/html)"), failure::text);
        assertInstanceOf(Failure.Unreachable.class, failure);
    }

    @Test
    void aCommentIsNotMadeTwiceBecauseOfA502() throws InterruptedException {
        fake.order("POST", "/comments", Reply.page(502));
        Failure failure = failure(client.comments().create(7, "text"));
        assertTrue(failure.text().contains("whether it was done is not known"), failure::text);
        assertEquals(1, fake.writes().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 404, 407, 451})
    void aPageOfSomebodyInBetweenIsNoAnswerOfGitHub(int status) throws InterruptedException {
        fake.order("GET", "/comments", Reply.page(status));
        assertInstanceOf(Failure.Unreachable.class, failure(client.comments().list(7)));
    }

    @Test
    void aCutBodyIsNoAnswer() throws InterruptedException {
        Reply cut = Reply.json(200, "[]").cut(20);
        fake.order("GET", "/comments", cut, cut);
        Failure failure = failure(client.comments().list(7));
        assertTrue(failure.text().contains("was cut"), failure::text);
        fake.order("GET", "/comments", cut);
        assertEquals(List.of(), ok(client.comments().list(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{\"id\":1,", "\"text\"", "{}", "[[]]", "[{\"id\":\"x\"}]"})
    void anAnswerOfAnotherShapeIsNoAnswer(String body) throws InterruptedException {
        Reply reply = Reply.json(200, body);
        fake.order("GET", "/comments", reply, reply);
        assertInstanceOf(Failure.Unreachable.class, failure(client.comments().list(7)));
    }

    @Test
    void theTokenDoesNotFollowARedirectToAnotherHost(@TempDir Path folder) throws InterruptedException {
        try (FileServer elsewhere = new FileServer(folder)) {
            fake.order("GET", "/comments", Reply.json(302, "{}").with("Location", elsewhere.address() + "/taken"));
            Failure failure = failure(client.comments().list(7));
            assertTrue(failure.text().contains("another host"), failure::text);
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void aNextPageOnAnotherHostIsNotAskedFor(@TempDir Path folder) throws InterruptedException {
        try (FileServer elsewhere = new FileServer(folder)) {
            fake.order(
                    "GET",
                    "/comments",
                    Reply.json(200, "[]").with("Link", "<" + elsewhere.address() + "/x?page=2>; rel=\"next\""));
            assertInstanceOf(
                    Failure.Unreachable.class, failure(client.comments().list(7)));
            assertEquals(List.of(), elsewhere.requests());
        }
    }

    @Test
    void aRenamedRepositoryIsFollowedAndARingIsNot() throws InterruptedException {
        String repository = "/repos/" + GitHubFake.REPOSITORY;
        fake.order("GET", "/pulls/7", Reply.json(301, "{}").with("Location", repository + "/pulls/7?moved"));
        assertEquals(HEAD, ok(client.pullRequests().get(7)).headSha());
        Reply ring = Reply.json(301, "{}").with("Location", repository + "/pulls/7");
        fake.order("GET", "/pulls/7", ring, ring, ring, ring, ring);
        assertInstanceOf(
                Failure.Unreachable.class, failure(client.pullRequests().get(7)));
    }

    @Test
    void whereNothingListensItIsUnreachable() throws InterruptedException, IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (GitHubClient lost = client(nobody)) {
            assertInstanceOf(Failure.Unreachable.class, failure(lost.comments().list(7)));
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws InterruptedException, IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            GitHubSettings settings = settings(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            try (Transport transport = new Transport(settings, waits::add, told::add, Duration.ofMillis(200))) {
                Outcome<Answer> outcome = transport.send(Call.of("GET", URI.create(settings.api() + "/user"), ""));
                assertTrue(failure(outcome).text().contains("no answer in time"), failure(outcome)::text);
                assertEquals(2, transport.calls());
            }
        }
    }

    @Test
    void requestsSayWhoAsksAndForWhichVersion() throws InterruptedException {
        ok(client.comments().list(7));
        for (Exchange exchange : fake.exchanges()) {
            assertEquals("Bearer " + GitHubFake.TOKEN, exchange.header("authorization"));
            assertEquals("application/vnd.github+json", exchange.header("accept"));
            assertEquals("2022-11-28", exchange.header("x-github-api-version"));
            assertEquals("gf-actions", exchange.header("user-agent"));
        }
        assertEquals(fake.exchanges().size(), client.calls());
    }

    @Test
    void variablesAreReadMadeAndChanged() throws InterruptedException {
        assertInstanceOf(Failure.NotFound.class, failure(client.variables().read("GF_STATE_ARC")));
        ok(client.variables().write("GF_STATE_ARC", "one"));
        assertEquals("one", ok(client.variables().read("GF_STATE_ARC")));
        ok(client.variables().write("GF_STATE_ARC", "two"));
        assertEquals(Map.of("GF_STATE_ARC", "two"), fake.variables());
        fake.token(GitHubFake.Token.READ_ONLY);
        assertInstanceOf(Failure.Forbidden.class, failure(client.variables().write("GF_STATE_ARC", "three")));
    }

    @Test
    void aDispatchNamesItsRunAndItsJobsAreSeen() throws InterruptedException {
        canary();
        Workflows.Dispatched dispatched =
                ok(client.workflows().dispatch("canary.yml", "main", Map.of("lane", "tinyland-nix", "nonce", "n1")));
        long run = dispatched.run().orElseThrow();
        assertTrue(dispatched.at().isAfter(Instant.EPOCH));
        assertEquals("queued", ok(client.workflows().run(run)).status());
        WorkflowJob queued = ok(client.workflows().jobs(run)).getFirst();
        assertTrue(queued.waiting());
        assertEquals("", queued.conclusion());
        assertEquals(List.of("tinyland-nix"), queued.labels());
        WorkflowJob taken = ok(client.workflows().jobs(run)).getFirst();
        assertEquals("tinyland-nix-x7k2p-runner-9wvbc", taken.runner());
        assertFalse(taken.waiting());
        WorkflowJob ended = ok(client.workflows().jobs(run)).getFirst();
        assertEquals("success", ended.conclusion());
        assertEquals("tinyland-infra", ended.group());
        assertEquals(List.of(new WorkflowJob.Step(1, "gf-env:ATTIC_SERVER", "completed", "success")), ended.steps());
        assertTrue(ok(client.workflows().run(run)).ended());
        assertInstanceOf(Failure.Conflict.class, failure(client.workflows().cancel(run)));
    }

    @Test
    void pollingTheJobsOfARunIsOneRequestEachTime() throws InterruptedException {
        canary();
        long run = ok(client.workflows().dispatch("canary.yml", "main", Map.of()))
                .run()
                .orElseThrow();
        ok(client.workflows().jobs(run));
        int before = client.calls();
        ok(client.workflows().jobs(run));
        ok(client.workflows().jobs(run));
        assertEquals(before + 2, client.calls());
    }

    @Test
    void anOlderServersDispatchIsFoundByItsTitle() throws InterruptedException {
        canary();
        fake.withoutRunDetails();
        Workflows.Dispatched dispatched =
                ok(client.workflows().dispatch("canary.yml", "main", Map.of("lane", "tinyland-nix", "nonce", "n2")));
        assertEquals(OptionalLong.empty(), dispatched.run());
        List<WorkflowRun> runs = ok(client.workflows().dispatchedSince("canary.yml", dispatched.at()));
        assertEquals("canary tinyland-nix n2", runs.getFirst().title());
    }

    @Test
    void aDispatchThatCannotBeIsToldApart() throws InterruptedException {
        canary();
        assertInstanceOf(Failure.NotFound.class, failure(client.workflows().dispatch("none.yml", "main", Map.of())));
        Failure failure = failure(client.workflows().dispatch("canary.yml", "main", Map.of("colour", "red")));
        assertTrue(failure.text().contains("Unexpected inputs provided"), failure::text);
    }

    @Test
    void aQueuedRunIsCancelled() throws InterruptedException {
        canary();
        long run = ok(client.workflows().dispatch("canary.yml", "main", Map.of()))
                .run()
                .orElseThrow();
        ok(client.workflows().cancel(run));
        assertEquals("cancelled", ok(client.workflows().run(run)).conclusion());
    }

    @Test
    void runnersAreListedByThoseWhoMay() throws InterruptedException {
        fake.withRunner("tinyland-nix-x7k2p-runner-9wvbc", "online", true);
        assertInstanceOf(Failure.Forbidden.class, failure(client.runners().ofOrganization("tinyland")));
        fake.token(GitHubFake.Token.PERSON);
        for (int i = 0; i < 130; i++) {
            fake.withRunner("r" + i, "offline", false, "self-hosted");
        }
        List<Runner> runners = ok(client.runners().ofOrganization("tinyland"));
        assertEquals(131, runners.size());
        assertEquals(List.of(), runners.getFirst().labels(), "scale-set runners may carry none");
        assertEquals(131, ok(client.runners().ofRepository()).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.git.example",
                "https://user:word@api.git.example",
                "https://api.git.example?x",
                "ftp://api.git.example",
                "api.git.example",
                "https://a b",
                ""
            })
    void anAddressThatWouldGiveTheTokenAwayIsRefused(String address) {
        InputException refused = assertThrows(InputException.class, () -> GitHubSettings.api(address));
        assertEquals("input-api-url", refused.reason());
    }

    @Test
    void graphQlStandsBesideTheApi() {
        assertEquals(
                URI.create("https://api.git.example/graphql"),
                settings(GitHubSettings.api("https://api.git.example/")).graphQl());
        assertEquals(
                URI.create("https://git.example/api/graphql"),
                settings(GitHubSettings.api("https://git.example/api/v3")).graphQl());
    }

    /** By the clock of the server, which is this machine's. */
    private static ZonedDateTime soon(int seconds) {
        return ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    }

    private void assertAbout(int seconds) {
        assertEquals(1, waits.size());
        long waited = waits.getFirst().toSeconds();
        assertTrue(waited > seconds - 20 && waited <= seconds + 2, "waited " + waited);
    }

    private void canary() {
        String runner = "tinyland-nix-x7k2p-runner-9wvbc";
        fake.withWorkflow(
                "canary.yml",
                List.of("lane", "nonce"),
                inputs -> "canary " + inputs.get("lane") + " " + inputs.get("nonce"),
                RunState.queued("tinyland-nix"),
                RunState.running("tinyland-nix", runner, "tinyland-infra"),
                RunState.ended("tinyland-nix", runner, "tinyland-infra", "success", "gf-env:ATTIC_SERVER=success"));
    }

    private GitHubClient client(URI address) {
        return new GitHubClient(settings(address), waits::add, told::add);
    }

    private static GitHubSettings settings(URI address) {
        return new GitHubSettings(address, GitHubFake.REPOSITORY, Secret.of(GitHubFake.TOKEN), Duration.ofSeconds(90));
    }

    private static <T> T ok(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Ok<T>(T value) -> value;
            case Outcome.Failed<T>(Failure failure) -> throw new AssertionError(failure.text());
        };
    }

    private static Failure failure(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }
}
