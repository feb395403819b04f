package dev.tinyland.gf.access.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.kube.TestCertificates;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.KubernetesApiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Against a real API server, with credentials of several strengths. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubeconfigIT {
    private static final String VERBS = "get pods -n arc-runners";

    private @Nullable KubernetesApiServer server;
    private Path folder = Path.of("");
    private TestHost host = new TestHost(folder);

    @BeforeAll
    void start(@TempDir Path serverFolder) throws IOException, InterruptedException {
        server = KubernetesApiServer.start(serverFolder);
        ok(server().kubectl("create", "namespace", "arc-runners"));
        ok(server().kubectl("create", "serviceaccount", "deployer", "-n", "arc-runners"));
        ok(server().kubectl("create", "role", "reader", "--verb=get", "--resource=pods", "-n", "arc-runners"));
        ok(server().kubectl(
                        "create",
                        "rolebinding",
                        "reader",
                        "--role=reader",
                        "--user=reader",
                        "--serviceaccount=arc-runners:deployer",
                        "-n",
                        "arc-runners"));
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void job(@TempDir Path jobFolder) throws IOException {
        folder = jobFolder;
        host = new TestHost(folder).inActions().with("PATH", "/usr/local/bin:/usr/bin:/bin");
    }

    @Test
    void aTokenThatMayIsReadyAndKubectlWorksWithTheFile() throws IOException, InterruptedException {
        assertEquals(0, run(KubernetesApiServer.READER, "--verify", "access", "--verify-access", VERBS), host::out);
        assertEquals("READY", host.outputs().get("verdict"));
        String file = Objects.requireNonNull(host.outputs().get("path"));
        CommandResult pods = ChildProcess.of(
                        "kubectl", "--kubeconfig=" + file, "get", "pods", "-n", "arc-runners", "-o", "name", "x")
                .with("PATH", "/usr/local/bin:/usr/bin:/bin")
                .with("HOME", folder.toString())
                .run();
        assertTrue(pods.errors().contains("pods \"x\" not found"), pods::errors);
    }

    @Test
    void aServiceAccountsOwnTokenSaysItsSubjectAndItsEnd() throws IOException, InterruptedException {
        CommandResult token = server().kubectl("create", "token", "deployer", "-n", "arc-runners", "--duration=3h");
        ok(token);
        assertEquals(0, run(token.output().strip(), "--verify", "access", "--verify-access", VERBS), host::out);
        assertEquals("EXPIRING", host.outputs().get("verdict"));
        assertEquals(
                "system:serviceaccount:arc-runners:deployer", host.outputs().get("subject"));
        assertFalse(host.out()
                .replaceAll("(?m)^::add-mask::.*", "")
                .contains(token.output().strip()));
    }

    @Test
    void aTokenThatMayNotIsRefusedByKc043() throws IOException {
        assertEquals(4, run(KubernetesApiServer.NOBODY, "--verify", "access", "--verify-access", VERBS), host::out);
        assertEquals("KC043", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("denied: " + VERBS), host.out());
    }

    @Test
    void aTokenTheServerDoesNotKnowIsUnverifiedByKc042() throws IOException {
        assertEquals(3, run("made-up-token-0123456789", "--verify", "access"), host::out);
        assertEquals("KC042", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("401"), host.out());
    }

    @Test
    void anExpiredTokenIsRefusedBeforeTheServerIsAsked() throws IOException {
        long now = Instant.now().getEpochSecond();
        String expired = server().serviceAccountToken(now - 7_200, now - 3_600);
        assertEquals(4, run(expired, "--verify", "access"), host::out);
        assertEquals("KC030", host.outputs().get("failure-reason"));
    }

    @Test
    void aTokenThatExpiresWhileNobodyLooksIsUnverifiedByKc042() throws IOException {
        long now = Instant.now().getEpochSecond();
        // This clock runs forty minutes late, so only the server knows that the token has ended.
        String expired = server().serviceAccountToken(now - 7_200, now - 1_800);
        host.at(Clock.fixed(Instant.ofEpochSecond(now - 2_400), ZoneOffset.UTC));
        assertEquals(3, run(expired, "--verify", "access", "--min-validity", "1m"), host::out);
        assertEquals("KC042", host.outputs().get("failure-reason"));
    }

    @Test
    void theUidOfTheClusterTellsAnotherClusterApart() throws IOException, InterruptedException {
        CommandResult uid = server().kubectl("get", "namespace", "kube-system", "-o", "jsonpath={.metadata.uid}");
        assertEquals(0, run(KubernetesApiServer.ADMINISTRATOR, "--expect-cluster-uid", uid.output()), host::out);
        assertEquals(uid.output(), host.outputs().get("cluster-uid"));
        assertEquals(4, run(KubernetesApiServer.ADMINISTRATOR, "--expect-cluster-uid", "another"), host::out);
        assertEquals("KC040", host.outputs().get("failure-reason"));
        assertEquals(3, run(KubernetesApiServer.READER, "--verify", "uid"), host::out);
        assertEquals("KC042", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("403"), host.out());
    }

    @Test
    void aServerOfAnotherAuthorityOrNoServerIsUnverifiedByKc041() throws IOException {
        String other = TestCertificates.certificate(
                TestCertificates.ecKey(),
                "another",
                Instant.now().minusSeconds(60),
                Instant.now().plusSeconds(86_400));
        String text = server().kubeconfig(KubernetesApiServer.READER);
        assertEquals(3, runText(text.replace(server().authority(), other), "--verify", "access"), host::out);
        assertEquals("KC041", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("is not of the kubeconfig's authority"), host.out());
        String nobody = text.replace(server().url(), "https://127.0.0.1:1");
        assertEquals(3, runText(nobody, "--verify", "access"), host::out);
        assertEquals("KC041", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("the connection was refused"), host.out());
        assertTrue(Files.exists(folder));
    }

    private int run(String token, String... arguments) throws IOException {
        return runText(server().kubeconfig(token), arguments);
    }

    private int runText(String kubeconfig, String... arguments) {
        host.with("GF_KUBECONFIG", kubeconfig).with("GF_SERVER_SCOPE", "loopback");
        Host seen = host.host();
        return new CommandLine(new KubeconfigCommand(seen))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .execute(arguments);
    }

    private KubernetesApiServer server() {
        return Objects.requireNonNull(server);
    }

    private static void ok(CommandResult result) {
        assertEquals(0, result.exitCode(), result::errors);
    }
}
