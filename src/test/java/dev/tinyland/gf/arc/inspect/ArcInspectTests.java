package dev.tinyland.gf.arc.inspect;

import static dev.tinyland.gf.arc.inspect.Cluster.condition;
import static dev.tinyland.gf.arc.inspect.Cluster.ended;
import static dev.tinyland.gf.arc.inspect.Cluster.spec;
import static dev.tinyland.gf.arc.inspect.Cluster.status;
import static dev.tinyland.gf.arc.inspect.Cluster.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.arc.command.ArcInspectCommand;
import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.Reply;
import dev.tinyland.gf.testing.github.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every verdict of a lane, in the words a person reads, for ARC 0.13 and 0.14. */
class ArcInspectTests {
    private static final Instant NOW = Instant.parse("2026-08-18T12:00:00Z");
    private static final String LONG_AGO = "2026-08-18T10:00:00Z";
    private static final String JUST_NOW = "2026-08-18T11:59:30Z";
    private static final String LANE = "tinyland-nix";

    @TempDir
    Path folder;

    private String said = "";
    private JsonNode report = new ObjectMapper().createObjectNode();

    record Case(String version, String what, String verdict, String observed, String next, Consumer<Cluster> make) {
        @Override
        public String toString() {
            return version + ": " + what;
        }
    }

    private static final class Table {
        private final List<Case> cases = new ArrayList<>();

        void row(String what, String verdict, String observed, String next, Consumer<Cluster> make) {
            for (String version : List.of("0.13.1", "0.14.0")) {
                cases.add(new Case(version, what, verdict, observed, next, make));
            }
        }
    }

    static List<Case> cases() {
        Table table = new Table();
        table.row("all is well", "OK", "Helm release gh-nix", "", cluster -> cluster.lane(LANE));
        table.row(
                "a runner works and one waits for a job",
                "OK",
                "",
                "",
                cluster -> cluster.lane(LANE)
                        .runner(LANE, "bbbbb", runner -> status(runner).put("jobId", "b1f0"), ArcInspectTests::asItIs)
                        .runner(LANE, "ccccc", ArcInspectTests::asItIs, ArcInspectTests::asItIs));
        table.row(
                "no listener, nothing runs",
                "LISTENER_MISSING",
                "there is no AutoscalingListener for it",
                "restart the controller",
                cluster -> cluster.set(LANE, ArcInspectTests::asItIs).ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "no listener while warm runners live (#4432)",
                "LISTENER_MISSING",
                "2 runners live (2 idle)",
                "patch ephemeralrunnerset tinyland-nix-x7k2p --type=merge -p '{\"spec\":{\"replicas\":0}}'",
                cluster -> cluster.set(LANE, set -> spec(set).put("minRunners", 2))
                        .ephemeralSet(LANE, ArcInspectTests::asItIs)
                        .runner(LANE, "bbbbb", ArcInspectTests::asItIs, ArcInspectTests::asItIs)
                        .runner(LANE, "ccccc", ArcInspectTests::asItIs, ArcInspectTests::asItIs));
        table.row(
                "no listener while jobs run",
                "LISTENER_MISSING",
                "1 runner lives (0 idle)",
                "wait for the 1 running jobs",
                cluster -> cluster.set(LANE, ArcInspectTests::asItIs)
                        .ephemeralSet(LANE, ArcInspectTests::asItIs)
                        .runner(LANE, "bbbbb", runner -> status(runner).put("jobId", "b1f0"), ArcInspectTests::asItIs));
        table.row(
                "the listener's pod crashes",
                "LISTENER_MISSING",
                "is not ready (CrashLoopBackOff)",
                "logs tinyland-nix-5f4dcc3b-listener --previous",
                cluster -> cluster.lane(LANE).changedListenerPod(LANE, pod -> {
                    status(pod).putArray("conditions");
                    waiting(pod, "CrashLoopBackOff");
                }));
        table.row(
                "the listener scales a set that is gone (#4561)",
                "LISTENER_STALE_SET",
                "which is not there; there is tinyland-nix-x7k2p",
                "delete autoscalinglistener tinyland-nix-5f4dcc3b-listener",
                cluster -> cluster.set(LANE, ArcInspectTests::asItIs)
                        .listener(LANE, listener -> spec(listener).put("ephemeralRunnerSetName", "tinyland-nix-old22"))
                        .ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "two listeners take jobs (#4346)",
                "LISTENER_STALE_SET",
                "2 listener pods are ready",
                "delete the older AutoscalingListener",
                cluster -> cluster.lane(LANE)
                        .listenerPod(LANE, "older-listener", pod -> condition(pod, "Ready", "True", "", "")));
        table.row(
                "counters without a body (#4595)",
                "LISTENER_MISSING",
                "there is no AutoscalingListener",
                "",
                cluster -> cluster.set(LANE, set -> status(set).put("currentRunners", 39)));
        table.row(
                "counters without a body, but with a listener",
                "GHOST_COUNTERS",
                "it counts 39 runners; there is no EphemeralRunner and no pod",
                "delete ephemeralrunnerset tinyland-nix-x7k2p",
                cluster -> cluster.set(LANE, set -> status(set).put("currentRunners", 39))
                        .listener(LANE, ArcInspectTests::asItIs)
                        .ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "a runner says Running and has no pod (#4148)",
                "GHOST_COUNTERS",
                "1 of its runners say Running and have no pod: tinyland-nix-x7k2p-runner-bbbbb",
                "delete ephemeralrunner tinyland-nix-x7k2p-runner-bbbbb",
                cluster -> cluster.lane(LANE).bodilessRunner(LANE, "bbbbb", ArcInspectTests::asItIs));
        table.row(
                "never registered",
                "DEAD_SCALE_SET_ID",
                "no number from GitHub",
                "read the controller's log",
                cluster -> cluster.set(
                                LANE,
                                set -> ((ObjectNode) set.path("metadata").path("annotations"))
                                        .remove("runner-scale-set-id"))
                        .listener(LANE, ArcInspectTests::asItIs)
                        .ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "the listener asks for another scale set (#4322)",
                "DEAD_SCALE_SET_ID",
                "its listener asks for the scale set 7",
                "annotate autoscalingrunnerset tinyland-nix runner-scale-set-id-",
                cluster -> cluster.set(LANE, ArcInspectTests::asItIs)
                        .listener(LANE, listener -> spec(listener).put("runnerScaleSetId", 7))
                        .ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "a runner is Outdated",
                "OUTDATED_RUNNER",
                "is Outdated",
                "build the lane's image on the newest release",
                cluster -> cluster.lane(LANE)
                        .runner(
                                LANE,
                                "bbbbb",
                                runner -> status(runner).put("phase", "Outdated"),
                                ArcInspectTests::asItIs));
        table.row(
                "a runner ended with exit code 7",
                "OUTDATED_RUNNER",
                "ended with exit code 7",
                "build the lane's image",
                cluster -> cluster.lane(LANE)
                        .runner(LANE, "bbbbb", runner -> status(runner).put("phase", "Pending"), pod -> ended(pod, 7)));
        table.row(
                "the image holds a release that is over",
                "OUTDATED_RUNNER",
                "holds the runner 2.333.0",
                "build the lane's image",
                cluster -> cluster.set(
                                LANE,
                                set -> ((ObjectNode) spec(set).at("/template/spec/containers/0"))
                                        .put("image", "ghcr.io/actions/actions-runner:2.333.0"))
                        .listener(LANE, ArcInspectTests::asItIs)
                        .ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "an image that cannot be pulled (#4654)",
                "IMAGE_PULL",
                "ImagePullBackOff",
                "check the image's name",
                cluster -> cluster.lane(LANE)
                        .runner(
                                LANE,
                                "bbbbb",
                                runner -> status(runner).put("phase", "Pending"),
                                pod -> waiting(pod, "ImagePullBackOff")));
        table.row(
                "no node fits",
                "UNSCHEDULABLE",
                "0/3 nodes are available: 3 Insufficient memory",
                "look at requests, nodeSelector and tolerations",
                cluster -> cluster.lane(LANE)
                        .runner(
                                LANE,
                                "bbbbb",
                                runner -> status(runner).put("phase", "Pending"),
                                pod -> condition(
                                        pod,
                                        "PodScheduled",
                                        "False",
                                        "Unschedulable",
                                        "0/3 nodes are available: 3 Insufficient memory.")));
        table.row(
                "a quota says no, in an event",
                "QUOTA",
                "exceeded quota: runners",
                "describe resourcequota",
                cluster -> cluster.lane(LANE)
                        .bodilessRunner(LANE, "bbbbb", runner -> status(runner).put("phase", "Pending"))
                        .event("tinyland-nix-x7k2p-runner-bbbbb", "pods is forbidden: exceeded quota: runners"));
        table.row(
                "a quota says no, to a runner of another lane whose name begins alike",
                "OK",
                "",
                "",
                cluster -> cluster.lane(LANE)
                        .event("tinyland-nix-heavy-x7k2p-runner-bbbbb", "pods is forbidden: exceeded quota: runners"));
        table.row(
                "a listener that scales as the lane once asked (#4513)",
                "LISTENER_STALE_SET",
                "scales from 0 to 3, the lane asks for 0 to 8",
                "delete autoscalinglistener",
                cluster -> cluster.set(LANE, ArcInspectTests::asItIs)
                        .listener(LANE, listener -> spec(listener).put("maxRunners", 3))
                        .ephemeralSet(LANE, ArcInspectTests::asItIs));
        table.row(
                "all places are taken",
                "SATURATED",
                "all 1 runners it may have are taken",
                "wait, or raise maxRunners",
                cluster -> cluster.set(LANE, set -> spec(set).put("maxRunners", 1))
                        .listener(LANE, ArcInspectTests::asItIs)
                        .ephemeralSet(LANE, ArcInspectTests::asItIs)
                        .runner(LANE, "bbbbb", runner -> status(runner).put("jobId", "b1f0"), ArcInspectTests::asItIs));
        table.row(
                "all places are taken by runners that failed (#3700)",
                "SATURATED",
                "1 of them by runners that failed",
                "delete ephemeralrunner tinyland-nix-x7k2p-runner-bbbbb",
                cluster -> cluster.set(LANE, set -> spec(set).put("maxRunners", 1))
                        .listener(LANE, ArcInspectTests::asItIs)
                        .ephemeralSet(LANE, ArcInspectTests::asItIs)
                        .bodilessRunner(
                                LANE,
                                "bbbbb",
                                runner -> status(runner)
                                        .put("phase", "Failed")
                                        .put("ready", false)
                                        .put("reason", "TooManyPodFailures")));
        table.row(
                "a runner failed, others may come",
                "UNKNOWN",
                "1 of its runners failed: tinyland-nix-x7k2p-runner-bbbbb (TooManyPodFailures)",
                "describe ephemeralrunner",
                cluster -> cluster.lane(LANE)
                        .bodilessRunner(
                                LANE,
                                "bbbbb",
                                runner -> status(runner)
                                        .put("phase", "Failed")
                                        .put("ready", false)
                                        .put("reason", "TooManyPodFailures")));
        table.row(
                "a container cannot start for want of a secret",
                "UNKNOWN",
                "CreateContainerConfigError",
                "describe pod",
                cluster -> cluster.lane(LANE)
                        .runner(
                                LANE,
                                "bbbbb",
                                runner -> status(runner).put("phase", "Pending"),
                                pod -> waiting(pod, "CreateContainerConfigError")));
        return table.cases;
    }

    private int inspect(StubCluster cluster, String... more) throws IOException {
        return inspect(new TestHost(folder).at(Clock.fixed(NOW, ZoneOffset.UTC)), cluster, more);
    }

    private int inspect(TestHost host, StubCluster cluster, String... more) throws IOException {
        cluster.environment().forEach(host::with);
        List<String> arguments = new ArrayList<>(List.of(
                "--kubeconfig-path",
                cluster.kubeconfig().toString(),
                "--report-dir",
                folder.resolve("report").toString()));
        arguments.addAll(List.of(more));
        int exit = new CommandLine(new ArcInspectCommand(host.host())).execute(arguments.toArray(new String[0]));
        said = host.out() + host.err();
        Path file = folder.resolve("report/report.json");
        if (Files.exists(file)) {
            report = new ObjectMapper().readTree(Files.readAllBytes(file));
        }
        return exit;
    }

    private static final String GROUPS = "{\"total_count\":1,\"runner_groups\":[{\"id\":1,\"name\":\"%s\"}]}";

    private int inspectWithToken(GitHubFake fake, StubCluster cluster) throws IOException {
        TestHost host = new TestHost(folder)
                .at(Clock.fixed(NOW, ZoneOffset.UTC))
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .with("GF_GITHUB_TOKEN", GitHubFake.TOKEN);
        return inspect(host, cluster);
    }

    @Test
    void aGroupThatDoesNotAdmitTheRepositoryIsClosed() throws IOException {
        try (GitHubFake fake = new GitHubFake()) {
            fake.order(
                    "GET",
                    ".*/runner-groups.*visible_to_repository=infra.*",
                    Reply.json(200, GROUPS.formatted("other")));
            fake.order("GET", ".*/runner-groups.*", Reply.json(200, GROUPS.formatted("Default")));
            Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
            assertEquals(1, inspectWithToken(fake, stub().holds(cluster)), said);
            assertEquals("GROUP_CLOSED", lane(LANE).path("verdict").asText(), said);
            assertTrue(said.contains("the runner group default does not admit this repository"), said);
        }
    }

    @Test
    void jobsThatWaitForAFullLaneAreCountedAndThoseOfOthersAreNot() throws Exception {
        try (GitHubFake fake = new GitHubFake()) {
            Reply open = Reply.json(200, GROUPS.formatted("Default"));
            fake.order("GET", ".*/runner-groups.*", open);
            fake.withWorkflow("nix.yml", List.of(), _ -> "nix", RunState.queued(LANE));
            fake.withWorkflow("other.yml", List.of(), _ -> "other", RunState.queued("tinyland-nix-heavy"));
            fake.withWorkflow(
                    "taken.yml",
                    List.of(),
                    _ -> "taken",
                    RunState.running(LANE, "tinyland-nix-x7k2p-runner-bbbbb", "default"));
            GitHubSettings settings = new GitHubSettings(
                    fake.address(), GitHubFake.REPOSITORY, Secret.of(GitHubFake.TOKEN), Duration.ZERO);
            try (GitHubClient client = new GitHubClient(settings, Pause.real(), _ -> {})) {
                for (String file : List.of("nix.yml", "nix.yml", "other.yml", "taken.yml")) {
                    client.workflows().dispatch(file, "main", Map.of());
                }
            }
            Cluster cluster = new Cluster("0.14.0", LONG_AGO)
                    .controller()
                    .set(LANE, set -> spec(set).put("maxRunners", 1))
                    .listener(LANE, ArcInspectTests::asItIs)
                    .ephemeralSet(LANE, ArcInspectTests::asItIs)
                    .runner(LANE, "bbbbb", runner -> status(runner).put("jobId", "b1f0"), ArcInspectTests::asItIs);
            assertEquals(1, inspectWithToken(fake, stub().holds(cluster)), said);
            assertEquals("SATURATED", lane(LANE).path("verdict").asText(), said);
            assertTrue(said.contains("all 1 runners it may have are taken; 2 jobs of this repository wait"), said);
        }
    }

    @Test
    void aGroupThatAdmitsTheRepositoryIsOpen() throws IOException {
        try (GitHubFake fake = new GitHubFake()) {
            Reply open = Reply.json(200, GROUPS.formatted("Default"));
            fake.order("GET", ".*/runner-groups.*", open, open);
            Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
            assertEquals(0, inspectWithToken(fake, stub().holds(cluster)), said);
        }
    }

    @Test
    void runnersThatGitHubDoesNotKnowAreOfADeadScaleSet() throws IOException {
        try (GitHubFake fake = new GitHubFake()) {
            Reply open = Reply.json(200, GROUPS.formatted("Default"));
            fake.order("GET", ".*/runner-groups.*", open, open);
            fake.token(GitHubFake.Token.PERSON);
            fake.withRunner("tinyland-docker-x7k2p-runner-zzzzz", "online", false);
            Cluster cluster = new Cluster("0.14.0", LONG_AGO)
                    .controller()
                    .lane(LANE)
                    .runner(LANE, "bbbbb", ArcInspectTests::asItIs, ArcInspectTests::asItIs);
            assertEquals(1, inspectWithToken(fake, stub().holds(cluster)), said);
            assertEquals("DEAD_SCALE_SET_ID", lane(LANE).path("verdict").asText(), said);
            fake.order("GET", ".*/runner-groups.*", open, open);
            fake.withRunner("tinyland-nix-x7k2p-runner-bbbbb", "online", false);
            assertEquals(0, inspectWithToken(fake, stub().holds(cluster)), said);
        }
    }

    @Test
    void aTokenThatMayNotListRunnersLeavesTheClustersVerdict() throws IOException {
        try (GitHubFake fake = new GitHubFake()) {
            Reply no = Reply.error(403, "Resource not accessible by integration");
            fake.order("GET", ".*/actions/runners.*", no);
            fake.order("GET", ".*/runner-groups.*", no);
            Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
            assertEquals(0, inspectWithToken(fake, stub().holds(cluster)), said);
            assertTrue(said.contains("the token may not do this (403"), said);
            assertFalse(said.contains(GitHubFake.TOKEN), said);
        }
    }

    private JsonNode lane(String name) throws IOException {
        for (JsonNode lane :
                new ObjectMapper().readTree(report.path("outputs").path("lanes").asText())) {
            if (lane.path("lane").asText().equals(name)) {
                return lane;
            }
        }
        throw new IllegalStateException(said);
    }

    private StubCluster stub() throws IOException {
        return new StubCluster(folder.resolve("cluster"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLaneIsJudgedByAllThatIsSeen(Case one) throws IOException {
        Cluster cluster = new Cluster(one.version(), LONG_AGO).controller();
        one.make().accept(cluster);
        int exit = inspect(stub().holds(cluster));
        JsonNode lane = lane(LANE);
        assertEquals(one.verdict(), lane.path("verdict").asText(), said);
        assertTrue(lane.path("seen").asText().contains(one.observed()), said);
        assertTrue(lane.path("next").asText().contains(one.next()), said);
        int expected = switch (one.verdict()) {
            case "OK" -> 0;
            case "UNKNOWN" -> 3;
            default -> 1;
        };
        assertEquals(expected, exit, said);
    }

    @Test
    void aControllerOfAnotherMinorVersionIsSkew() throws IOException {
        int exit = inspect(stub().holds(
                        new Cluster("0.13.1", LONG_AGO).controller("0.14.0").lane(LANE)));
        assertEquals(1, exit, said);
        assertEquals("VERSION_SKEW", lane(LANE).path("verdict").asText());
        assertTrue(said.contains("the lane's chart is 0.13.1, the controller is 0.14.0"), said);
        assertTrue(said.contains("#3233"), said);
    }

    @Test
    void runnersAreCountedOneByOneWhereTheStatusCountsThemNoMore() throws IOException {
        int exit = inspect(stub().holds(new Cluster("0.14.0", LONG_AGO)
                .controller()
                .set(LANE, set -> status(set).retain("phase"))
                .listener(LANE, ArcInspectTests::asItIs)
                .ephemeralSet(LANE, ArcInspectTests::asItIs)
                .runner(
                        LANE,
                        "bbbbb",
                        runner -> status(runner).put("phase", "Running").put("jobId", "b1"),
                        ArcInspectTests::asItIs)));
        assertEquals(0, exit, said);
        assertTrue(said.contains("1 of 8 runners (1 running, 0 pending, 0 failed)"), said);
    }

    @Test
    void severalLanesAreReadAsTheyWereReadAndAccepted() throws IOException {
        inspect(stub().holds(new Cluster("0.14.0", LONG_AGO)
                .controller()
                .lane(LANE)
                .set("tinyland-docker", ArcInspectTests::asItIs)
                .ephemeralSet("tinyland-docker", ArcInspectTests::asItIs)
                .lane("tinyland-dind")
                .runner(
                        "tinyland-dind",
                        "bbbbb",
                        runner -> status(runner).put("phase", "Pending"),
                        pod -> waiting(pod, "ErrImagePull"))));
        Golden.check("arc-reports/inspect-degraded.txt", said);
        Golden.check("arc-reports/inspect-degraded.md", Files.readString(folder.resolve("report/summary.md")));
    }

    @ParameterizedTest
    @CsvSource({
        "0.14.0, '', UNKNOWN, its status names no phase, replace ARC's CRDs",
        "0.14.0, Pending, UNKNOWN, the controller calls it Pending, controller's log",
        "0.13.1, '', OK, chart 0.13.1, ''",
    })
    void aLaneThatItsControllerDoesNotCallRunningIsNotCalledGood(
            String version, String phase, String verdict, String observed, String next) throws IOException {
        inspect(stub().holds(new Cluster(version, LONG_AGO)
                .controller()
                .set(LANE, set -> {
                    status(set).remove(List.of("phase", "state"));
                    if (!phase.isEmpty()) {
                        status(set).put("phase", phase);
                    }
                })
                .listener(LANE, ArcInspectTests::asItIs)
                .ephemeralSet(LANE, ArcInspectTests::asItIs)));
        assertEquals(verdict, lane(LANE).path("verdict").asText(), said);
        assertTrue(lane(LANE).path("seen").asText().contains(observed), said);
        assertTrue(lane(LANE).path("next").asText().contains(next), said);
    }

    @Test
    void theIssueBehindAVerdictIsNamedForTheVersionInWhichItIsKnown() throws IOException {
        inspect(stub().holds(new Cluster("0.14.0", LONG_AGO)
                .controller()
                .set(LANE, ArcInspectTests::asItIs)
                .ephemeralSet(LANE, ArcInspectTests::asItIs)));
        assertTrue(said.contains("known in 0.14.0 as actions-runner-controller#4432"), said);
    }

    @Test
    void whatIsStillBeingMadeIsUnknownAndNotDegraded() throws IOException {
        int exit = inspect(
                stub().holds(new Cluster("0.14.0", JUST_NOW).controller().set(LANE, ArcInspectTests::asItIs)));
        assertEquals(3, exit, said);
        assertTrue(said.contains("look again in two minutes"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "autoscalingrunnersets, 'Error from server (Forbidden): x is forbidden', AI01, 403",
        "autoscalinglisteners, 'Error from server (Forbidden): x is forbidden', AI02, 403",
        "ephemeralrunnersets, 'Error from server (Forbidden): x is forbidden', AI03, 403",
        "ephemeralrunners, 'Error from server (Forbidden): x is forbidden', AI04, 403",
        "pods, 'Error from server (Forbidden): x is forbidden', AI05, 403",
        "deployments, 'Error from server (Forbidden): x is forbidden', AI07, 403",
        "autoscalinglisteners, 'Error from server (NotFound): the server could not find the requested resource', AI02,"
                + " 404",
        "pods, 'error: You must be logged in to the server (Unauthorized)', AI05, 401",
        "ephemeralrunners, 'Unable to connect to the server: net/http: TLS handshake timeout', AI04, no answer in time",
    })
    void onePartUnseenMakesNoLaneGood(String kind, String words, String check, String why) throws IOException {
        Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
        int exit = inspect(stub().holds(cluster).refuses(kind, words));
        assertEquals(3, exit, said);
        assertTrue(said.contains("arc-inspect: UNKNOWN (exit 3"), said);
        assertTrue(said.contains(why), said);
        for (JsonNode one : report.path("checks")) {
            if (one.path("id").asText().equals(check)) {
                assertEquals("UNKNOWN", one.path("status").asText(), said);
            }
        }
    }

    @Test
    void eventsThatMayNotBeReadMakeNoLaneBad() throws IOException {
        Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
        assertEquals(0, inspect(stub().holds(cluster).refuses("events", "Error from server (Forbidden): no")), said);
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedOnce() throws IOException {
        StubCluster cluster = stub().holds(
                        new Cluster("0.14.0", LONG_AGO).controller().lane(LANE))
                .refuses("autoscalingrunnersets", "Unable to connect to the server: dial tcp: i/o timeout");
        assertEquals(3, inspect(cluster), said);
        assertEquals(List.of("autoscalingrunnersets"), cluster.asked());
    }

    @Test
    void aClusterWithoutLanesIsNotHealthy() throws IOException {
        assertEquals(3, inspect(stub().holds(new Cluster("0.14.0", LONG_AGO).controller())), said);
        assertTrue(said.contains("no-lanes"), said);
    }

    @Test
    void aLaneThatIsAskedForAndNotThereIsDegraded() throws IOException {
        Cluster cluster = new Cluster("0.14.0", LONG_AGO).controller().lane(LANE);
        assertEquals(1, inspect(stub().holds(cluster), "--lanes", "tinyland-nix,tinyland-nxi"), said);
        assertEquals("OK", lane(LANE).path("verdict").asText());
        assertTrue(said.contains("there is no AutoscalingRunnerSet of this name"), said);
    }

    @Test
    void aLaneWhoseControllerIsGoneIsNotCalledGood() throws IOException {
        assertEquals(3, inspect(stub().holds(new Cluster("0.14.0", LONG_AGO).lane(LANE))), said);
        assertTrue(said.contains("there is no controller"), said);
    }

    @Test
    void anotherContextIsRefusedBeforeAnythingIsAsked() throws IOException {
        StubCluster cluster = stub().holds(new Cluster("0.14.0", LONG_AGO));
        assertEquals(2, inspect(cluster, "--context", "tinyland-civo-dev"), said);
        assertFalse(Files.exists(folder.resolve("cluster/asked")), said);
    }

    @ParameterizedTest
    @CsvSource({
        // lane, name of a runner, whether it is the lane's
        "tinyland-nix, tinyland-nix-x7k2p-runner-9wvbc, true",
        "tinyland-nix, tinyland-nix-runner-9wvbc, true",
        "tinyland-nix, tinyland-nix-heavy-x7k2p-runner-9wvbc, false",
        "tinyland-nix, tinyland-nix-heavy-runner-9wvbc, false",
        "tinyland-nix-heavy, tinyland-nix-heavy-runner-9wvbc, true",
        "tinyland-nix-heavy, tinyland-nix-x7k2p-runner-9wvbc, false",
        "tinyland.nix, tinyland-nix-runner-9wvbc, false",
        "tinyland-nix, tinyland-nix-x7k2p-runner-9wvbca, false",
        "tinyland-nix, GitHub Actions 12, false",
    })
    void aRunnersNameBelongsToOneLane(String lane, String runner, boolean is) {
        assertEquals(is, RunnerName.isOf(lane, runner));
    }

    @Test
    void theReadmeShowsTheVerdictsOfLanesAsTheyAre() throws IOException {
        String readme = Files.readString(Path.of("actions/arc-inspect/README.md"));
        for (LaneVerdict verdict : LaneVerdict.values()) {
            assertTrue(readme.contains("| `" + verdict + "` | " + verdict.when() + " |"), verdict.name());
        }
    }

    private static void asItIs(ObjectNode object) {
        // Nothing is changed.
    }
}
