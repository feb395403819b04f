package dev.tinyland.gf.arc.inspect;

import static dev.tinyland.gf.arc.inspect.Cluster.condition;
import static dev.tinyland.gf.arc.inspect.Cluster.spec;
import static dev.tinyland.gf.arc.inspect.Cluster.status;
import static dev.tinyland.gf.arc.inspect.Cluster.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.arc.command.ArcInspectCommand;
import dev.tinyland.gf.testing.KubernetesApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A real API server with ARC's kinds, objects whose status stands as controllers would have written it, real kubectl. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArcInspectIT {

    private @Nullable KubernetesApiServer server;
    private Path folder = Path.of("");
    private String said = "";

    @BeforeAll
    void start(@TempDir Path serverFolder) throws IOException, InterruptedException {
        folder = serverFolder;
        server = KubernetesApiServer.start(serverFolder);
        ok("create", "namespace", Cluster.RUNNERS);
        ok("create", "namespace", Cluster.CONTROLLERS);
        assertEquals(3, inspect(KubernetesApiServer.ADMINISTRATOR), said);
        assertTrue(said.contains("(404)"), said);
        RealCluster.kinds(server());
        create(new Cluster("0.14.0", Instant.now().toString())
                .controller()
                .lane("tinyland-nix")
                .runner("tinyland-nix", "bbbbb", runner -> status(runner).put("jobId", "b1f0"), ArcInspectIT::asItIs)
                .set("tinyland-docker", ArcInspectIT::asItIs)
                .ephemeralSet("tinyland-docker", ArcInspectIT::asItIs)
                .set("tinyland-dind", ArcInspectIT::asItIs)
                .listener("tinyland-dind", listener -> spec(listener).put("ephemeralRunnerSetName", "gone"))
                .ephemeralSet("tinyland-dind", ArcInspectIT::asItIs)
                .set(
                        "tinyland-ghost",
                        set -> status(set).put("currentRunners", 39).put("phase", "Outdated"))
                .listener("tinyland-ghost", ArcInspectIT::asItIs)
                .ephemeralSet("tinyland-ghost", ArcInspectIT::asItIs)
                .lane("tinyland-image")
                .runner(
                        "tinyland-image",
                        "bbbbb",
                        runner -> status(runner).put("phase", "Pending"),
                        pod -> waiting(pod, "ErrImagePull"))
                .lane("tinyland-full")
                .runner(
                        "tinyland-full",
                        "bbbbb",
                        runner -> status(runner).put("phase", "Pending"),
                        pod -> condition(pod, "PodScheduled", "False", "Unschedulable", "0/3 nodes are available"))
                .lane("tinyland-quota")
                .bodilessRunner(
                        "tinyland-quota", "bbbbb", runner -> status(runner).put("phase", "Pending"))
                .event("tinyland-quota-x7k2p-runner-bbbbb", "pods is forbidden: exceeded quota: runners")
                .lane("tinyland-old")
                .runner(
                        "tinyland-old",
                        "bbbbb",
                        runner -> status(runner).put("phase", "Outdated"),
                        ArcInspectIT::asItIs));
        create(new Cluster("0.13.1", Instant.now().toString()).lane("tinyland-kvm"));
    }

    @AfterAll
    void stop() throws IOException {
        server().close();
    }

    private KubernetesApiServer server() {
        return Objects.requireNonNull(server);
    }

    private void ok(String... arguments) throws IOException, InterruptedException {
        RealCluster.ok(server(), arguments);
    }

    private void create(Cluster cluster) throws IOException, InterruptedException {
        RealCluster.create(server(), folder, cluster);
    }

    private int inspect(String token) throws IOException {
        Path kubeconfig = folder.resolve("kubeconfig.yaml");
        Files.writeString(kubeconfig, server().kubeconfig(token));
        TestHost host = new TestHost(folder)
                .with("PATH", "/usr/local/bin:/usr/bin:/bin")
                .at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
        int exit = new CommandLine(new ArcInspectCommand(host.host()))
                .execute(
                        "--kubeconfig-path",
                        kubeconfig.toString(),
                        "--report-dir",
                        folder.resolve("report").toString());
        said = host.out() + host.err();
        return exit;
    }

    private Map<String, String> verdicts() throws IOException {
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report/report.json").toFile());
        Map<String, String> verdicts = new TreeMap<>();
        new ObjectMapper()
                .readTree(report.path("outputs").path("lanes").asText())
                .forEach(lane -> verdicts.put(
                        lane.path("lane").asText(), lane.path("verdict").asText()));
        return verdicts;
    }

    @Test
    void everyLaneOfARealServerGetsItsVerdict() throws IOException {
        assertEquals(1, inspect(KubernetesApiServer.ADMINISTRATOR), said);
        assertEquals(
                new TreeMap<>(Map.of(
                        "tinyland-nix", "OK",
                        "tinyland-docker", "LISTENER_MISSING",
                        "tinyland-dind", "LISTENER_STALE_SET",
                        "tinyland-ghost", "GHOST_COUNTERS",
                        "tinyland-image", "IMAGE_PULL",
                        "tinyland-full", "UNSCHEDULABLE",
                        "tinyland-quota", "QUOTA",
                        "tinyland-old", "OUTDATED_RUNNER",
                        "tinyland-kvm", "VERSION_SKEW")),
                verdicts(),
                said);
    }

    @Test
    void whoeverMayReadPodsOnlyLearnsWhatToGrant() throws IOException, InterruptedException {
        assertEquals(3, inspect(KubernetesApiServer.NOBODY), said);
        assertTrue(said.contains("the server says no to list AutoscalingRunnerSets in arc-runners (403)"), said);
        assertTrue(said.contains("no-lanes"), said);
    }

    @Test
    void aRoleThatLacksOneKindMakesEveryLaneUnknownOrWorse() throws IOException, InterruptedException {
        for (String namespace : new String[] {Cluster.RUNNERS, Cluster.CONTROLLERS}) {
            ok(
                    "create",
                    "role",
                    "inspector",
                    "-n",
                    namespace,
                    "--verb=list",
                    "--resource=autoscalingrunnersets.actions.github.com,autoscalinglisteners.actions.github.com,"
                            + "ephemeralrunnersets.actions.github.com,pods,events,deployments.apps");
            ok("create", "rolebinding", "inspector", "-n", namespace, "--role=inspector", "--user=reader");
        }
        assertEquals(1, inspect(KubernetesApiServer.READER), said);
        assertTrue(
                verdicts().values().stream().noneMatch("OK"::equals), verdicts().toString());
        assertEquals("UNKNOWN", verdicts().get("tinyland-nix"), said);
        assertTrue(said.contains("grant the verb list on EphemeralRunners in arc-runners"), said);
    }

    private static void asItIs(ObjectNode object) {
        // Nothing is changed.
    }
}
