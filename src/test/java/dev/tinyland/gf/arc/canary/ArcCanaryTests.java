package dev.tinyland.gf.arc.canary;

import static dev.tinyland.gf.arc.inspect.Cluster.spec;
import static dev.tinyland.gf.arc.inspect.Cluster.status;
import static dev.tinyland.gf.arc.inspect.Cluster.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.arc.command.ArcCanaryCommand;
import dev.tinyland.gf.arc.inspect.Cluster;
import dev.tinyland.gf.arc.inspect.StubCluster;
import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import dev.tinyland.gf.testing.github.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The canary against a double of GitHub whose jobs follow a script, a cluster of files, and a clock of our own. */
class ArcCanaryTests {
    private static final String LANE = "tinyland-nix";
    private static final String RUNNER = "tinyland-nix-x7k2p-runner-bbbbb";
    private static final String LONG_AGO = "2026-08-18T10:00:00Z";
    private static final List<String> INPUTS = List.of("lane", "nonce", "container", "hold_seconds", "expect");
    private static final String[] GOOD = {
        "Set up job=success",
        "gf-runner:self-hosted=success",
        "gf-env:ATTIC_SERVER=success",
        "gf-net:ATTIC_SERVER=success",
        "gf-env:ATTIC_CACHE=success",
        "gf-env:BAZEL_REMOTE_CACHE=success",
        "gf-net:BAZEL_REMOTE_CACHE=success"
    };

    @TempDir
    Path folder;

    private final GitHubFake fake = new GitHubFake();
    private final TestTime time = new TestTime(Instant.parse("2026-08-18T12:00:00Z"));
    private String said = "";
    private JsonNode report = new ObjectMapper().createObjectNode();

    @AfterEach
    void stop() {
        fake.close();
    }

    private void workflow(RunState... states) {
        fake.withWorkflow(
                "gf-arc-canary.yml",
                INPUTS,
                inputs -> "canary " + inputs.get("lane") + " " + inputs.get("nonce"),
                states);
    }

    private static RunState good() {
        return RunState.ended(LANE, RUNNER, "default", "success", GOOD);
    }

    private static RunState running() {
        return RunState.running(LANE, RUNNER, "default");
    }

    private static Cluster cluster() {
        return new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
    }

    private static Cluster working() {
        return cluster().runner(LANE, "bbbbb", runner -> status(runner).put("workflowRunId", 17_001), _ -> {});
    }

    /** A job of a repository that lives on the double. */
    private TestHost host() {
        return new TestHost(folder)
                .at(time)
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .with("GF_GITHUB_TOKEN", GitHubFake.TOKEN);
    }

    private int run(StubCluster cluster, String... more) throws IOException {
        return run(host(), cluster, more);
    }

    private int run(TestHost host, StubCluster cluster, String... more) throws IOException {
        cluster.environment().forEach(host::with);
        List<String> arguments =
                new ArrayList<>(List.of("--report-dir", folder.resolve("report").toString()));
        if (!List.of(more).contains("--cluster-checks")) {
            arguments.addAll(List.of("--kubeconfig-path", cluster.kubeconfig().toString()));
        }
        if (!List.of(more).contains("--lanes")) {
            arguments.addAll(List.of("--lanes", LANE));
        }
        arguments.addAll(List.of(more));
        int exit = new CommandLine(new ArcCanaryCommand(host.host(), time)).execute(arguments.toArray(new String[0]));
        said = host.out() + host.err();
        Path file = folder.resolve("report/report.json");
        if (Files.exists(file)) {
            report = new ObjectMapper().readTree(Files.readAllBytes(file));
        }
        return exit;
    }

    private StubCluster stub(Cluster cluster) throws IOException {
        return new StubCluster(folder.resolve("cluster")).holds(cluster);
    }

    private static void change(StubCluster stub, Cluster cluster) {
        try {
            stub.holds(cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output(String name) {
        return report.path("outputs").path(name).asText();
    }

    @Test
    void aLaneOnWhichAJobRanAsItShouldIsPromoted() throws IOException {
        workflow(RunState.queued(LANE), running(), running(), good());
        assertEquals(0, run(stub(working())), said);
        assertTrue(said.contains("arc-canary: PROMOTE (exit 0)"), said);
        assertTrue(said.contains("tinyland-nix  PASS  runner: " + RUNNER + " (default)"), said);
        assertTrue(time.passed().compareTo(Duration.ofMinutes(5)) >= 0, "it was watched for bake-time");
        assertEquals("17001", output("run-ids"));
        assertEquals(1, fake.writes().size(), fake.writes().toString());
    }

    @Test
    void theDispatchAsksForTheLaneAndForWhatItsContractSays() throws IOException {
        workflow(running(), good());
        run(stub(working()));
        JsonNode inputs = asked();
        assertEquals(LANE, inputs.path("lane").asText());
        assertEquals(
                "ATTIC_CACHE=main\nATTIC_SERVER=http://attic.nix-cache.svc.cluster.local\n"
                        + "BAZEL_REMOTE_CACHE=grpc://bazel-cache.nix-cache.svc.cluster.local:9092",
                inputs.path("expect").asText());
    }

    @Test
    void aStuckQueueIsExplainedAndItsRunCancelled() throws IOException {
        workflow(RunState.queued(LANE));
        StubCluster stub = stub(cluster());
        time.after(
                Duration.ofMinutes(1),
                () -> change(
                        stub,
                        cluster()
                                .runner(
                                        LANE,
                                        "bbbbb",
                                        runner -> status(runner).put("phase", "Pending"),
                                        pod -> waiting(pod, "ImagePullBackOff"))));
        assertEquals(1, run(stub), said);
        assertTrue(said.contains("no runner took its job within 5 min: IMAGE_PULL"), said);
        assertTrue(said.contains("check the image's name"), said);
        assertTrue(said.contains("its run was cancelled"), said);
        assertTrue(fake.writes().stream().anyMatch(write -> write.contains("/runs/17001/cancel")), said);
        assertTrue(output("advice").contains("errored.tfstate"), output("advice"));
        assertEquals(LANE, output("failed-lanes"));
    }

    @Test
    void aQueueThatIsStuckOnALaneThatIsWellPointsAtTheGroup() throws IOException {
        workflow(RunState.queued(LANE));
        assertEquals(1, run(stub(cluster())), said);
        assertTrue(said.contains("GROUP_CLOSED is likely"), said);
    }

    @Test
    void aStuckQueueWithoutAClusterSaysThatNobodyKnowsWhy() throws IOException {
        workflow(RunState.queued(LANE));
        assertEquals(1, run(stub(cluster()), "--cluster-checks", "off"), said);
        assertTrue(said.contains("gf arc-inspect --lanes tinyland-nix"), said);
    }

    @Test
    void aLaneThatIsBrokenBeforehandGetsNoJob() throws IOException {
        workflow(running(), good());
        StubCluster stub = stub(
                new Cluster("0.14.0", LONG_AGO).controller().set(LANE, _ -> {}).ephemeralSet(LANE, _ -> {}));
        assertEquals(1, run(stub), said);
        assertTrue(said.contains("LISTENER_MISSING before its job was dispatched"), said);
        assertEquals(List.of(), fake.writes());
    }

    @Test
    void aPartThatMayNotBeSeenHolds() throws IOException {
        workflow(running(), good());
        StubCluster stub = stub(working()).refuses("ephemeralrunners", "Error from server (Forbidden): no");
        assertEquals(3, run(stub), said);
        assertTrue(said.contains("arc-canary: HOLD"), said);
    }

    @Test
    void withoutAKubeconfigTheBestIsHold() throws IOException {
        workflow(running(), good());
        TestHost host = host();
        int exit = new CommandLine(new ArcCanaryCommand(
                        host.with("HOME", folder.toString()).host(), time))
                .execute("--lanes", LANE);
        assertEquals(3, exit, host.out());
        assertTrue(host.out().contains("there is no kubeconfig"), host.out());
    }

    @Test
    void whereTheClusterIsLeftOutOnPurposeAGoodJobPromotes() throws IOException {
        workflow(running(), good());
        assertEquals(0, run(stub(cluster()), "--cluster-checks", "off"), said);
        assertTrue(said.contains("cluster-checks is off"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "tinyland-nix-heavy-x7k2p-runner-bbbbb, default, which is none of the lane's",
        "tinyland-nix-x7k2p-runner-bbbbb, restricted, 'in the group restricted, not in default'",
        "tinyland-nix-x7k2p-runner-bbbbb, '', 'in the group (none said), not in default'",
        "GitHub Actions 12, GitHub Actions, a hosted runner of GitHub took its job",
    })
    void aRunnerOfAnotherLaneOrGroupFails(String runner, String group, String why) throws IOException {
        workflow(RunState.running(LANE, runner, group), RunState.ended(LANE, runner, group, "success", GOOD));
        assertEquals(1, run(stub(working())), said);
        assertTrue(said.contains(why), said);
    }

    @Test
    void aJobThatAsksForAnotherLabelFails() throws IOException {
        workflow(
                RunState.running("ubuntu-latest", RUNNER, "default"),
                RunState.ended("ubuntu-latest", RUNNER, "default", "success", GOOD));
        assertEquals(1, run(stub(working())), said);
        assertTrue(said.contains("its job asks for ubuntu-latest, not for the lane"), said);
    }

    @Test
    void theExpectedGroupIsTheCallersWhereItIsGiven() throws IOException {
        workflow(running(), good());
        assertEquals(1, run(stub(working()), "--expect-group", "tinyland-infra"), said);
        assertTrue(said.contains("not in tinyland-infra"), said);
    }

    @Test
    void aRunnerThatTheClusterNeverHeldHolds() throws IOException {
        workflow(running(), good());
        assertEquals(3, run(stub(cluster())), said);
        assertTrue(said.contains("was not seen in the cluster"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "gf-env:ATTIC_CACHE, failure, 1, ATTIC_CACHE is not what the lane's contract says",
        "gf-env:ATTIC_CACHE, skipped, 3, nobody looked at ATTIC_CACHE",
        "gf-env:ATTIC_CACHE, '', 3, nobody looked at ATTIC_CACHE",
        "gf-net:ATTIC_SERVER, failure, 1, the host that ATTIC_SERVER names does not resolve on the lane",
        "gf-net:BAZEL_REMOTE_CACHE, skipped, 3, nobody looked whether the host that BAZEL_REMOTE_CACHE names resolves",
        "gf-runner:self-hosted, failure, 1, its runner does not call itself self-hosted",
        "gf-runner:self-hosted, '', 3, nobody looked whether the runner is self-hosted",
    })
    void whatTheContractWantsIsProvedByAStepOfItsOwn(String step, String conclusion, int exit, String why)
            throws IOException {
        List<String> steps = new ArrayList<>(List.of(GOOD));
        steps.removeIf(one -> one.startsWith(step + "="));
        if (!conclusion.isEmpty()) {
            steps.add(step + "=" + conclusion);
        }
        String job = conclusion.equals("failure") ? "failure" : "success";
        workflow(running(), RunState.ended(LANE, RUNNER, "default", job, steps.toArray(new String[0])));
        assertEquals(exit, run(stub(working())), said);
        assertTrue(said.contains(why), said);
    }

    @ParameterizedTest
    @CsvSource({
        "success, success, 0, ''",
        "failure, success, 1, 'ATTIC_SERVER is set, and the lane''s contract says that it has none'",
        "success, skipped, 3, nobody looked at ATTIC_CACHE",
    })
    void aLaneOfContainersMustHaveNoAttic(String server, String cache, int exit, String why) throws IOException {
        String lane = "tinyland-docker";
        String runner = "tinyland-docker-x7k2p-runner-bbbbb";
        String job = server.equals("failure") ? "failure" : "success";
        workflow(
                RunState.running(lane, runner, "default"),
                RunState.ended(
                        lane,
                        runner,
                        "default",
                        job,
                        "gf-runner:self-hosted=success",
                        "gf-env:ATTIC_SERVER=" + server,
                        "gf-env:ATTIC_CACHE=" + cache,
                        "gf-env:BAZEL_REMOTE_CACHE=success",
                        "gf-net:BAZEL_REMOTE_CACHE=success"));
        Cluster cluster = new Cluster("0.14.0", LONG_AGO)
                .controller()
                .lane(lane)
                .runner(lane, "bbbbb", one -> status(one).put("workflowRunId", 17_001), _ -> {});
        assertEquals(exit, run(stub(cluster), "--lanes", lane), said);
        assertTrue(said.contains(why), said);
        assertEquals(
                "!ATTIC_CACHE\n!ATTIC_SERVER\nBAZEL_REMOTE_CACHE=grpc://bazel-cache.nix-cache.svc.cluster.local:9092",
                asked().path("expect").asText());
    }

    @Test
    void aLaneWithADaemonProvesTheDaemonAndMayHaveCachesOrNot() throws IOException {
        String lane = "tinyland-dind";
        String runner = "tinyland-dind-x7k2p-runner-bbbbb";
        workflow(
                RunState.running(lane, runner, "default"),
                RunState.ended(
                        lane,
                        runner,
                        "default",
                        "failure",
                        "gf-runner:self-hosted=success",
                        "gf-env:DOCKER_HOST=failure"));
        Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(lane);
        assertEquals(1, run(stub(cluster), "--lanes", lane), said);
        assertTrue(said.contains("DOCKER_HOST is not what the lane's contract says"), said);
        assertEquals("DOCKER_HOST", asked().path("expect").asText());
    }

    private JsonNode asked() throws IOException {
        return new ObjectMapper()
                .readTree(fake.exchanges().stream()
                        .filter(exchange -> exchange.path().endsWith("/dispatches"))
                        .findFirst()
                        .orElseThrow()
                        .request())
                .path("inputs");
    }

    @ParameterizedTest
    @CsvSource({
        "2.336.0, its runner 2.336.0 is accepted until 2026-11-05",
        "2.338.0, ''",
        "'', ''",
    })
    void theRunnersOwnVersionIsReadAndItsEndIsSaid(String version, String ending) throws IOException {
        time.sleep(Duration.between(time.instant(), Instant.parse("2026-10-30T12:00:00Z")));
        List<String> steps = new ArrayList<>(List.of(GOOD));
        steps.add("gf-runner-version:" + version + "=success");
        workflow(running(), RunState.ended(LANE, RUNNER, "default", "success", steps.toArray(new String[0])));
        assertEquals(0, run(stub(working())), said);
        assertEquals(
                version,
                new ObjectMapper()
                        .readTree(output("lanes"))
                        .at("/0/runner_version")
                        .asText());
        assertEquals(!ending.isEmpty(), said.contains("AC05"), said);
        assertTrue(said.contains(ending), said);
    }

    @Test
    void whatOthersMetUnderTheSameSignIsNamedWithTheDayOfTheList() throws IOException {
        workflow(running(), good());
        assertEquals(
                1,
                run(stub(new Cluster("0.14.0", LONG_AGO)
                        .controller()
                        .set(LANE, _ -> {})
                        .ephemeralSet(LANE, _ -> {}))),
                said);
        assertTrue(said.contains("known (list of 2026-09-19) as actions-runner-controller#4432"), said);
        String summary = Files.readString(folder.resolve("report/summary.md"));
        assertTrue(summary.contains("#### Known issues of ARC behind what was seen (list of 2026-09-19)"), summary);
        assertTrue(summary.contains("seen in 0.14.0, open"), summary);
    }

    @Test
    void aWorkflowWithoutTheNamedStepsProvesNothing() throws IOException {
        workflow(running(), RunState.ended(LANE, RUNNER, "default", "success"));
        assertEquals(3, run(stub(working())), said);
        assertTrue(said.contains("nobody looked at ATTIC_SERVER (step gf-env:ATTIC_SERVER)"), said);
    }

    @Test
    void whatAPlanAttachesToALaneIsExpectedThere() throws IOException {
        workflow(running(), good());
        String planned = "[{\"label\":\"tinyland-nix\",\"environment\":[\"BAZEL_REMOTE_EXECUTOR\"]}]";
        assertEquals(3, run(stub(working()), "--env-contract", planned), said);
        assertTrue(said.contains("nobody looked at BAZEL_REMOTE_EXECUTOR"), said);
        assertEquals(2, run(stub(working()), "--env-contract", "[{\"lane\":1}]"), said);
    }

    @Test
    void aJobThatDiesWhileItIsSetUpNamesTheContainer() throws IOException {
        workflow(running(), RunState.ended(LANE, RUNNER, "default", "failure", "Set up job=failure"));
        assertEquals(1, run(stub(working())), said);
        assertTrue(said.contains("in the step Set up job"), said);
        assertTrue(said.contains("give container-image for it"), said);
    }

    @Test
    void aJobThatRunsTooLongFailsAndIsCancelled() throws IOException {
        workflow(running());
        assertEquals(1, run(stub(working()), "--run-timeout", "2m"), said);
        assertTrue(said.contains("its job runs longer than 2 min"), said);
        assertTrue(fake.writes().getLast().contains("cancel"), said);
    }

    @Test
    void aRunThatSomebodyCancelledHolds() throws IOException {
        workflow(running(), RunState.ended(LANE, RUNNER, "default", "cancelled", GOOD));
        assertEquals(3, run(stub(working())), said);
        assertTrue(said.contains("somebody cancelled its run"), said);
    }

    @Test
    void aListenerThatIsRestartedAfterTheJobAborts() throws IOException {
        workflow(running(), good());
        StubCluster stub = stub(working());
        time.after(
                Duration.ofMinutes(2),
                () -> change(
                        stub,
                        working()
                                .changedListenerPod(
                                        LANE,
                                        pod -> status(pod)
                                                .withArray("containerStatuses")
                                                .addObject()
                                                .put("name", "listener")
                                                .put("restartCount", 1))));
        assertEquals(1, run(stub), said);
        assertTrue(said.contains("after its job its listener was restarted"), said);
    }

    @Test
    void aListenerThatGoesAfterTheJobAborts() throws IOException {
        workflow(running(), good());
        StubCluster stub = stub(working());
        time.after(
                Duration.ofMinutes(2),
                () -> change(
                        stub,
                        new Cluster("0.14.0", LONG_AGO)
                                .controller()
                                .set(LANE, _ -> {})
                                .ephemeralSet(LANE, _ -> {})));
        assertEquals(1, run(stub), said);
        assertTrue(said.contains("after its job there is no AutoscalingListener"), said);
    }

    @Test
    void aLaneThatDoesNotComeToRestHolds() throws IOException {
        workflow(running(), good());
        StubCluster stub = stub(working());
        time.after(
                Duration.ofMinutes(1),
                () -> change(
                        stub,
                        new Cluster("0.14.0", LONG_AGO)
                                .controller()
                                .set(
                                        LANE,
                                        set -> status(set)
                                                .put("currentRunners", 1)
                                                .put("pendingEphemeralRunners", 1))
                                .listener(LANE, _ -> {})
                                .ephemeralSet(LANE, _ -> {})
                                .runner(
                                        LANE,
                                        "bbbbb",
                                        runner -> status(runner).put("workflowRunId", 17_001),
                                        _ -> {})));
        assertEquals(3, run(stub), said);
        assertTrue(said.contains("1 of them pending"), said);
    }

    @Test
    void aCanaryNeverWaitsForTheRunnerItRunsOn() throws IOException {
        workflow(running(), good());
        TestHost host = host().with("RUNNER_NAME", RUNNER);
        StubCluster full = stub(new Cluster("0.14.0", LONG_AGO)
                .controller()
                .set(LANE, set -> {
                    spec(set).put("maxRunners", 2);
                    status(set).put("runningEphemeralRunners", 1).put("currentRunners", 1);
                })
                .listener(LANE, _ -> {})
                .ephemeralSet(LANE, _ -> {})
                .runner(LANE, "bbbbb", runner -> status(runner).put("jobId", "b1"), _ -> {}));
        assertEquals(4, run(host, full), said);
        assertTrue(said.contains("arc-canary: REFUSED (exit 4, self-deadlock)"), said);
        assertTrue(said.contains("on another lane or on a hosted runner"), said);
        assertEquals(List.of(), fake.writes());
    }

    @Test
    void aLaneWhoseStatusCountsNothingIsCountedBeforeTheCanaryWaitsForItself() throws IOException {
        workflow(running(), good());
        TestHost host = host().with("RUNNER_NAME", RUNNER);
        StubCluster full = stub(new Cluster("0.14.0", LONG_AGO)
                .controller()
                .set(LANE, set -> {
                    spec(set).put("maxRunners", 2);
                    status(set).retain("phase");
                })
                .listener(LANE, _ -> {})
                .ephemeralSet(LANE, _ -> {})
                .runner(LANE, "bbbbb", runner -> status(runner).put("jobId", "b1"), _ -> {}));
        assertEquals(4, run(host, full), said);
        assertEquals(List.of(), fake.writes());
    }

    @Test
    void aNeighbourWhoseNameBeginsAlikeIsNotTheCanarysOwnLane() throws IOException {
        workflow(running(), good());
        TestHost host = host().with("RUNNER_NAME", "tinyland-nix-heavy-x7k2p-runner-bbbbb");
        assertEquals(0, run(host, stub(working())), said);
    }

    @Test
    void anOlderServersRunIsFoundByItsNonceAndNoOther() throws IOException {
        fake.withWorkflow(
                "gf-arc-canary.yml",
                INPUTS,
                inputs -> "canary " + inputs.get("lane") + " " + inputs.get("nonce"),
                running(),
                good());
        fake.withoutRunDetails();
        assertEquals(0, run(stub(working())), said);
        assertEquals("17001", output("run-ids"));
    }

    @Test
    void aRunWhoseTitleHoldsALongerNonceIsNotOurs() throws IOException {
        fake.withWorkflow(
                "gf-arc-canary.yml", INPUTS, inputs -> "canary " + inputs.get("nonce") + "0", running(), good());
        fake.withoutRunDetails();
        assertEquals(3, run(stub(working())), said);
        assertTrue(said.contains("is not listed after 90 s"), said);
    }

    @Test
    void aWorkflowThatLacksAnInputIsBadInputInGitHubsWords() throws IOException {
        fake.withWorkflow("gf-arc-canary.yml", List.of("lane"), _ -> "canary", good());
        assertEquals(2, run(stub(working())), said);
        assertTrue(said.contains("dispatch-rejected"), said);
        assertTrue(said.contains("Unexpected inputs provided"), said);
    }

    @Test
    void aWorkflowThatIsNotThereIsBadInput() throws IOException {
        assertEquals(2, run(stub(working())), said);
        assertTrue(said.contains("workflow-missing"), said);
        assertTrue(said.contains("copy workflows/gf-arc-canary.yml"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "403, Resource not accessible by integration, the token may not do this",
        "401, Bad credentials, GitHub does not accept the token",
        "502, Bad Gateway, did not answer",
    })
    void aDispatchThatMayNotBeIsNoVerdictOnTheLane(int status, String words, String why) throws IOException {
        workflow(running(), good());
        Reply reply = Reply.error(status, words);
        fake.order("POST", ".*/dispatches", reply, reply, reply, reply, reply, reply);
        assertEquals(3, run(stub(working())), said);
        assertTrue(said.contains("its job could not be dispatched"), said);
        assertTrue(said.contains(why), said);
    }

    @Test
    void aRefThatIsNotThereIsBadInputInGitHubsWords() throws IOException {
        workflow(running(), good());
        fake.order("POST", ".*/dispatches", Reply.error(422, "No ref found for: nowhere"));
        assertEquals(2, run(stub(working()), "--ref", "nowhere"), said);
        assertTrue(said.contains("No ref found for: nowhere"), said);
    }

    @Test
    void aRateLimitBeyondWhatIsLeftOfWaitingHolds() throws IOException {
        workflow(running(), good());
        fake.order(
                "POST",
                ".*/dispatches",
                Reply.error(429, "API rate limit exceeded").with("Retry-After", "3600"));
        assertEquals(3, run(stub(working())), said);
        assertTrue(said.contains("asks for 3601 s"), said);
    }

    @Test
    void onlyTheLatestAttemptsJobsAreAskedFor() throws IOException {
        workflow(running(), good());
        run(stub(working()));
        assertTrue(
                fake.exchanges().stream().noneMatch(exchange -> exchange.path().contains("filter=all")),
                () -> fake.exchanges().toString());
    }

    @Test
    void anAnswerThatFailsOnceWhileTheJobRunsIsNotItsEnd() throws IOException {
        workflow(running(), good());
        fake.order("GET", ".*/jobs.*", Reply.page(502));
        assertEquals(0, run(stub(working())), said);
    }

    @Test
    void aLaneThatIsNotInTheClusterIsBadInput() throws IOException {
        workflow(running(), good());
        assertEquals(2, run(stub(working()), "--lanes", "tinyland-nxi"), said);
        assertTrue(said.contains("there is no lane tinyland-nxi in the cluster"), said);
        assertTrue(said.contains("the lanes there are: tinyland-nix"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", " , "})
    void noLaneIsFineOnlyWhereItIsSaid(String lanes) throws IOException {
        assertEquals(2, run(stub(cluster()), "--lanes", lanes), said);
        assertEquals(0, run(stub(cluster()), "--lanes", lanes, "--allow-empty"), said);
        assertTrue(said.contains("arc-canary: SKIPPED (exit 0)"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "--lanes, '[1]'",
        "--lanes, '[\"a\"'",
        "--interval, 1s",
        "--interval, soon",
        "--container-image, tinyland-nix",
        "--repo, nothing",
    })
    void whatIsNoInputIsRefusedBeforeAnythingIsAsked(String option, String value) throws IOException {
        assertEquals(2, run(stub(cluster()), option, value), said);
        assertEquals(List.of(), fake.exchanges());
    }

    @Test
    void theTokenStandsNowhere() throws IOException {
        workflow(running(), good());
        run(stub(working()));
        assertFalse((said + report).contains(GitHubFake.TOKEN), said);
    }

    private void read(String name) throws IOException {
        Golden.check("arc-reports/canary-" + name + ".txt", said);
        Golden.check("arc-reports/canary-" + name + ".md", Files.readString(folder.resolve("report/summary.md")));
    }

    @Test
    void aStuckQueueIsReadAsItWasReadAndAccepted() throws IOException {
        workflow(RunState.queued(LANE));
        StubCluster stub = stub(cluster());
        time.after(
                Duration.ofMinutes(1),
                () -> change(
                        stub,
                        new Cluster("0.14.0", LONG_AGO)
                                .controller()
                                .lane(LANE)
                                .runner(
                                        LANE,
                                        "bbbbb",
                                        runner -> status(runner).put("phase", "Pending"),
                                        pod -> waiting(pod, "ImagePullBackOff"))));
        run(stub);
        read("stuck-queue");
    }

    @Test
    void aPromotedLaneIsReadAsItWasReadAndAccepted() throws IOException {
        workflow(RunState.queued(LANE), running(), good());
        run(stub(working()));
        read("promoted");
    }

    @Test
    void aLaneThatWasNotProvedIsReadAsItWasReadAndAccepted() throws IOException {
        workflow(running(), RunState.ended(LANE, RUNNER, "default", "success"));
        run(stub(working()));
        read("held");
    }
}
