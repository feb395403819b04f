package dev.tinyland.gf.access.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.Gf;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.KubernetesApiServer;
import dev.tinyland.gf.testing.MinioServer;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stack's repository with a real OpenTofu, a real S3 server and a real API server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TofuPreflightIT {
    private static final String BACKEND = BackendText.forTofu("attic");

    private final Path tofu = TestTools.binary("tofu");
    private @Nullable KubernetesApiServer server;
    private @Nullable MinioServer store;
    private Path folder = Path.of("");
    private TestHost host = new TestHost(folder);

    @BeforeAll
    void start(@TempDir Path place) throws IOException, InterruptedException {
        server = KubernetesApiServer.start(Files.createDirectories(place.resolve("server")));
        store = MinioServer.start(Files.createDirectories(place.resolve("store")), "tofu-state");
        ok(server().kubectl("create", "namespace", "arc-runners"));
        ok(server().kubectl("create", "role", "reader", "--verb=get", "--resource=pods", "-n", "arc-runners"));
        ok(server().kubectl("create", "rolebinding", "reader", "--role=reader", "--user=reader", "-n", "arc-runners"));
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @BeforeEach
    void repository(@TempDir Path place) throws IOException {
        folder = place;
        Files.createDirectories(stack());
        Files.writeString(stack().resolve("main.tf"), """
            terraform {
              required_version = ">= 1.10"
              backend "s3" {}
            }

            variable "cluster_context" {
              type = string
            }

            resource "terraform_data" "one" {
              input = var.cluster_context
            }
            """);
        Files.writeString(stack().resolve("dev.tfvars"), "cluster_context = \"honey\"\n");
        Files.writeString(stack().resolve(".terraform.lock.hcl"), "");
        kubeconfig(server().kubeconfig(KubernetesApiServer.READER));
        host = new TestHost(folder)
                .inActions()
                .with("PATH", tofu.getParent() + ":/usr/local/bin:/usr/bin:/bin")
                .with("GF_BACKEND_CONFIG", BACKEND)
                .with("GF_ENDPOINT_OVERRIDE", Objects.requireNonNull(store).url())
                .with("GF_ACCESS_KEY", MinioServer.ACCESS_KEY)
                .with("GF_SECRET_KEY", MinioServer.SECRET_KEY)
                .with("GF_KUBECONFIG_PATH", "kubeconfig")
                .with("GF_SERVER_SCOPE", "loopback");
    }

    @Test
    void readyMeansThatInitAndPlanRun() throws IOException, InterruptedException {
        assertEquals(0, preflight("--probe", "--verify-access", "get pods -n arc-runners"), host::out);
        assertEquals("READY", host.outputs().get("verdict"));
        assertTrue(host.out().contains("PASS     PF001"), host::out);
        assertTrue(host.out().contains("1.12.6"), host::out);
        assertTrue(host.out().contains("PASS     PF013"), host::out);
        assertTrue(host.out().contains("PASS     KC043"), host::out);

        assertEquals(0, run("backend-config", "attic"), host::out);
        String argument = Objects.requireNonNull(host.outputs().get("init-args"));
        Map<String, String> exported = host.exported();
        ok(tofu(exported, "init", "-input=false", "-no-color", argument));
        CommandResult plan = tofu(exported, "plan", "-input=false", "-no-color", "-var-file=dev.tfvars");
        ok(plan);
        assertTrue(plan.output().contains("1 to add"), plan::output);
        assertFalse(host.out().replaceAll("(?m)^::add-mask::.*", "").contains(KubernetesApiServer.READER));
    }

    @Test
    void aVerbThatIsDeniedIsRefused() throws IOException {
        kubeconfig(server().kubeconfig(KubernetesApiServer.NOBODY));
        assertEquals(4, preflight("--verify-access", "get pods -n arc-runners"), host::out);
        assertEquals("REFUSED PF020", told());
        assertTrue(host.out().contains("denied: get pods -n arc-runners"), host::out);
    }

    @Test
    void aTokenTheServerDoesNotKnowIsUnverified() throws IOException {
        kubeconfig(server().kubeconfig("made-up-token-0123456789"));
        assertEquals(3, preflight("--verify", "access"), host::out);
        assertEquals("UNVERIFIED PF020", told());
        assertTrue(host.out().contains("401"), host::out);
    }

    @Test
    void aClusterThatDoesNotAnswerIsUnverifiedAndGreenOnlyWhereItIsNotAsked() throws IOException {
        kubeconfig(server().kubeconfig(KubernetesApiServer.READER).replace(server().url(), "https://127.0.0.1:1"));
        assertEquals(3, preflight("--verify", "access"), host::out);
        assertEquals("UNVERIFIED PF020", told());
        assertTrue(host.out().contains("the connection was refused"), host::out);
        assertEquals(0, preflight(), host::out);
    }

    @Test
    void aStoreThatIsDownIsUnverified(@TempDir Path place) throws IOException, InterruptedException {
        MinioServer down = MinioServer.start(place, "tofu-state");
        host.with("GF_ENDPOINT_OVERRIDE", down.url());
        assertEquals(0, preflight("--probe"), host::out);
        down.close();
        assertEquals(3, preflight("--probe"), host::out);
        assertEquals("UNVERIFIED PF013", told());
    }

    @Test
    void anotherClusterUnderTheSameNameIsRefused() throws IOException {
        kubeconfig(server().kubeconfig(KubernetesApiServer.ADMINISTRATOR));
        assertEquals(4, preflight("--expect-cluster-uid", "another"), host::out);
        assertEquals("REFUSED PF020", told());
    }

    @Test
    void aMachineWithoutTofuOrAStackWithoutLockIsNotReady() throws IOException {
        host.with("PATH", "/usr/local/bin:/usr/bin:/bin");
        assertEquals(1, preflight(), host::out);
        assertEquals("NOT_READY PF001", told());
        host.with("PATH", tofu.getParent() + ":/usr/bin:/bin");
        Files.delete(stack().resolve(".terraform.lock.hcl"));
        assertEquals(1, preflight(), host::out);
        assertEquals("NOT_READY PF040", told());
    }

    private int preflight(String... arguments) {
        List<String> all = new ArrayList<>(List.of("attic"));
        all.addAll(List.of(arguments));
        return run("tofu-preflight", all.toArray(String[]::new));
    }

    private int run(String tool, String... arguments) {
        Host seen = host.host();
        List<String> all = new ArrayList<>(List.of(tool));
        all.addAll(List.of(arguments));
        String[] line = all.toArray(String[]::new);
        return Gf.forArguments(seen, line).execute(line);
    }

    private String told() throws IOException {
        return host.outputs().get("verdict") + " " + host.outputs().get("failure-reason");
    }

    private void kubeconfig(String text) throws IOException {
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private CommandResult tofu(Map<String, String> exported, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tofu.toString(), "-chdir=" + stack()));
        command.addAll(List.of(arguments));
        return ChildProcess.of(command)
                .with(exported)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("CHECKPOINT_DISABLE", "1")
                .run();
    }

    private Path stack() {
        return folder.resolve("tofu/stacks/attic");
    }

    private KubernetesApiServer server() {
        return Objects.requireNonNull(server);
    }

    private static void ok(CommandResult result) {
        assertEquals(0, result.exitCode(), () -> result.output() + result.errors());
    }
}
