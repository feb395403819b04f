package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.kube.Kubectl;
import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.plan.live.ClusterObjects;
import dev.tinyland.gf.plan.live.Identity;
import dev.tinyland.gf.plan.live.Sighting;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.KubernetesApiServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plan of the runner stack over an empty state (a real one, made with the Helm provider) beside a real API server. OpenTofu
 * is the real one but for {@code show -json}, which gives that plan: there is no Helm provider here.
 */
@Timeout(300)
@ExtendWith(BenchExtension.class)
class FakeGreenfieldIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatThePlanWouldCreateIsLookedForInTheCluster(Bench bench) throws Exception {
        Path plan = bench.folder.resolve("greenfield.json");
        Files.write(plan, Plans.real("helm-2.17", "greenfield"));
        bench.wrap("#!/bin/sh\n[ \"$1 $2\" = 'show -json' ] && exec cat " + plan + "\nexec TOFU \"$@\"\n");
        bench.atTheRealTime().input("fail-on", "none");
        try (KubernetesApiServer server = KubernetesApiServer.start(folder)) {
            bench.kubeconfig(server.kubeconfig(KubernetesApiServer.NOBODY));
            bench.expect(3, "GREENFIELD_UNVERIFIED", "greenfield-unverified");
            assertTrue(bench.host().out().contains("may not read it"), bench.host()::out);

            bench.kubeconfig(server.kubeconfig(KubernetesApiServer.ADMINISTRATOR));
            bench.expect(0, "CHANGES", "");
            assertTrue(bench.host().out().contains("a new stack: "), bench.host()::out);

            release(server, "arc-runners", "gh-dind", 3, "deployed");
            release(server, "arc-runners", "gh-docker", 1, "uninstalled");
            bench.expect(1, "FAKE_GREENFIELD", "live-objects");
            assertEquals("", bench.output("plan-file"));
            assertTrue(
                    bench.host()
                            .out()
                            .contains("Helm release arc-runners/gh-dind, revision 3, chart"
                                    + " gha-runner-scale-set 0.14.0, deployed"),
                    bench.host()::out);
            bench.input("allow-greenfield", "true");
            bench.expect(1, "FAKE_GREENFIELD", "live-objects");
            objectsOfEveryKindAreFound(server);
        }
    }

    private void objectsOfEveryKindAreFound(KubernetesApiServer server) throws Exception {
        Path kubeconfig = folder.resolve("looker.yaml");
        Files.writeString(kubeconfig, server.kubeconfig(KubernetesApiServer.ADMINISTRATOR));
        ClusterObjects live = new ClusterObjects(new Kubectl(
                new ProcessRunner(Interrupts.none(), new Redactor()),
                Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"),
                kubeconfig,
                "honey"));
        assertInstanceOf(
                Sighting.Alive.class, live.look(new Identity.Placed("/api/v1", "namespaces", "", "arc-runners")));
        assertInstanceOf(
                Sighting.NotThere.class, live.look(new Identity.Placed("/api/v1", "namespaces", "", "elsewhere")));
        assertInstanceOf(Sighting.Alive.class, live.look(new Identity.Manifest("v1", "Namespace", "", "arc-runners")));
        assertInstanceOf(
                Sighting.NotThere.class,
                live.look(new Identity.Manifest(
                        "actions.github.com/v1alpha1", "AutoscalingRunnerSet", "arc-runners", "a")));
        assertInstanceOf(Sighting.NothingToLookFor.class, live.look(new Identity.Elsewhere()));
    }

    /** A record as Helm writes it: JSON, gzipped, Base64. */
    private void release(KubernetesApiServer server, String namespace, String name, int revision, String status)
            throws IOException, InterruptedException {
        String record = "{\"name\":\"" + name + "\",\"version\":" + revision + ",\"chart\":{\"metadata\":{\"name\":"
                + "\"gha-runner-scale-set\",\"version\":\"0.14.0\",\"appVersion\":\"0.14.0\"}}}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(record.getBytes(StandardCharsets.UTF_8));
        }
        Path manifest = folder.resolve("release.yaml");
        Files.writeString(manifest, """
            apiVersion: v1
            kind: Namespace
            metadata: {name: %1$s}
            ---
            apiVersion: v1
            kind: Secret
            type: helm.sh/release.v1
            metadata:
              name: sh.helm.release.v1.%2$s.v%3$d
              namespace: %1$s
              labels: {owner: helm, name: %2$s, version: "%3$d", status: %4$s}
            stringData:
              release: %5$s
            """.formatted(
                        namespace, name, revision, status, Base64.getEncoder().encodeToString(packed.toByteArray())));
        CommandResult applied = server.kubectl("apply", "-f", manifest.toString());
        assertEquals(0, applied.exitCode(), applied::errors);
    }
}
