package dev.tinyland.gf.access.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.actions.UsageErrors;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.kube.IpAddress;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.kube.TestCertificates;
import dev.tinyland.gf.testing.NamedChecks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class KubeconfigCommandTests {
    @TempDir
    private Path folder = Path.of("");

    private TestHost host = new TestHost(folder);
    private List<String> resolved = List.of();

    @BeforeEach
    void job() throws IOException {
        host = new TestHost(folder).inActions().at(Clock.fixed(KubeconfigBuilder.NOW, ZoneOffset.UTC));
    }

    @Test
    void aGoodSecretIsWrittenMinimalPrivateAndExported() throws IOException {
        String text = good(b -> {
            b.otherContexts.add("elsewhere");
            return b;
        });
        assertEquals(0, run(KubeconfigBuilder.base64(text)), host::out);
        Map<String, String> outputs = host.outputs();
        assertEquals("READY", outputs.get("verdict"));
        assertEquals("honey", outputs.get("context"));
        assertEquals("https://100.113.89.12:6443", outputs.get("server"));
        assertEquals("tailnet", outputs.get("server-scope"));
        assertEquals("arc-runners", outputs.get("namespace"));
        assertEquals("token", outputs.get("auth-kind"));
        assertEquals("", outputs.get("expires-at"));
        assertEquals("elsewhere", outputs.get("stripped-contexts"));
        Path file = Path.of(outputs.get("path"));
        assertTrue(file.startsWith(folder.resolve("runner-temp")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(""))));
        String written = Files.readString(file);
        assertFalse(written.contains("elsewhere"), "only the chosen context is written");
        assertTrue(written.contains("opaque-token-0123456789"));
        assertEquals(file.toString(), host.exported().get("KUBECONFIG"));
        assertEquals(file.toString(), host.exported().get("KUBE_CONFIG_PATH"));
        assertEquals(file.toString(), host.exported().get("TF_VAR_k8s_config_path"));
        assertEquals("honey", host.exported().get("KUBE_CTX"));
        assertEquals("honey", host.exported().get("TF_VAR_cluster_context"));
        assertTrue(host.out().startsWith("::add-mask::"), "masks come first");
        assertTrue(host.out().contains("::add-mask::opaque-token-0123456789\n"));
        assertFalse(host.out().contains("::add-mask::honey\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "base64", "base64url", "wrapped", "crlf", "bom", "json"})
    void everyFormOfTheSecretIsRead(String form) throws IOException {
        String text = good(b -> b);
        String input = switch (form) {
            case "raw" -> text;
            case "base64" -> KubeconfigBuilder.base64(text);
            case "base64url" ->
                KubeconfigBuilder.base64(text)
                        .replace('+', '-')
                        .replace('/', '_')
                        .replace("=", "");
            case "wrapped" -> KubeconfigBuilder.base64(text).replaceAll("(.{76})", "$1\r\n");
            case "crlf" -> text.replace("\n", "\r\n");
            case "bom" -> "\ufeff" + text;
            default -> json();
        };
        assertEquals(0, run(input), host::out);
    }

    @Test
    void kc001AnEmptySecretIsRefused() throws IOException {
        assertRefusal(2, "MALFORMED", "KC001", run(" \n"));
        assertTrue(host.out().contains("fork"), "an empty secret is most often a fork's");
    }

    @Test
    void kc002WhatIsNeitherYamlNorBase64IsRefused() throws IOException {
        assertRefusal(2, "MALFORMED", "KC002", run("!! not a kubeconfig, password: hunter2hunter2"));
        job();
        assertRefusal(2, "MALFORMED", "KC002", run(KubeconfigBuilder.base64("nothing of the sort")));
        job();
        assertRefusal(2, "MALFORMED", "KC002", run(good(b -> b), "--encoding", "base64"));
        job();
        assertRefusal(2, "MALFORMED", "KC002", run(KubeconfigBuilder.base64(good(b -> b)) + "%%"));
    }

    @Test
    void kc003DoubleEncodingIsRefusedWithAHint() throws IOException {
        String twice = KubeconfigBuilder.base64(KubeconfigBuilder.base64(good(b -> b)));
        assertRefusal(2, "MALFORMED", "KC003", run(twice));
        assertTrue(host.out().contains("encode once"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Config\nclusters: []\n",
                "apiVersion: v1\nkind: Pod\nclusters: []\n",
                "apiVersion: v1\nkind: Config\nclusters: {}\n",
                "apiVersion: v1\nkind: Config\nclusters:\n- name: a\n",
                "apiVersion: v1\nkind: Config\nusers:\n- user: {token: abc}\n",
                "apiVersion: v1\nkind: Config\n---\nkind: Config\n",
                "apiVersion: v1\nkind: Config\nusers: [\n",
                """
                apiVersion: v1
                kind: Config
                clusters:
                - name: a
                  cluster: {server: s, insecure-skip-tls-verify: maybe}
                """
            })
    void kc004ABrokenStructureIsRefused(String text) throws IOException {
        assertRefusal(2, "MALFORMED", "KC004", run(text));
    }

    @Test
    void kc005NamesThatStandTwiceAreRefused() throws IOException {
        assertRefusal(2, "MALFORMED", "KC005", run(good(b -> {
            b.otherContexts.add("honey");
            return b;
        })));
        job();
        assertRefusal(2, "MALFORMED", "KC005", run(good(b -> {
            b.clusterLines.add("server: https://100.64.0.9:6443");
            return b;
        })));
    }

    @Test
    void kc006AMissingContextIsRefusedAndThePresentOnesAreListed() throws IOException {
        assertRefusal(2, "MALFORMED", "KC006", run(good(b -> {
            b.context = "other";
            return b;
        })));
        assertTrue(host.out().contains("there is no context honey; there are: other"), host.out());
        job();
        assertRefusal(2, "MALFORMED", "KC006", run(good(b -> b).replace("cluster: honey\n", "cluster: gone\n")));
        job();
        assertRefusal(2, "MALFORMED", "KC006", run(good(b -> {
            b.token = null;
            return b;
        })));
    }

    @Test
    void kc010AForbiddenContextIsRefused() throws IOException {
        for (String name : List.of("bumble", "sting", "tinyland-civo-dev")) {
            job();
            assertRefusal(
                    4,
                    "REFUSED",
                    "KC010",
                    run(
                            good(b -> {
                                b.context = name;
                                return b;
                            }),
                            "--context",
                            name));
        }
        job();
        assertRefusal(4, "REFUSED", "KC010", run(good(b -> b), "--allowed-contexts", "one, two"));
    }

    @Test
    void kc010ForbiddenContextsBesideAreStrippedOrRefused() throws IOException {
        String text = good(b -> {
            b.otherContexts.add("bumble");
            return b;
        });
        assertEquals(0, run(text), host::out);
        assertTrue(host.out().contains("::warning title=kubeconfig KC010"), host.out());
        assertEquals("bumble", host.outputs().get("stripped-contexts"));
        job();
        assertRefusal(4, "REFUSED", "KC010", run(text, "--forbidden-policy", "refuse"));
    }

    @Test
    void kc011ARenamedContextOfAForbiddenClusterIsRefused() throws IOException {
        assertRefusal(4, "REFUSED", "KC011", run(good(b -> {
            b.cluster = "sting";
            return b;
        })));
        job();
        assertRefusal(4, "REFUSED", "KC011", run(good(b -> {
            b.cluster = "Sting";
            return b;
        })));
        job();
        assertRefusal(4, "REFUSED", "KC011", run(good(b -> {
            b.server = "https://bumble.tail1234.ts.net:6443";
            return b;
        })));
        job();
        resolved = List.of("100.64.0.1");
        assertRefusal(4, "REFUSED", "KC011", run(good(b -> {
            b.server = "https://abc.k8s.civo.com:6443";
            return b;
        })));
    }

    @Test
    void kc012AnUnexpectedServerIsRefused() throws IOException {
        assertRefusal(4, "REFUSED", "KC012", run(good(b -> b), "--expect-server", "https://100.64.0.1:6443"));
        job();
        assertEquals(0, run(good(b -> b), "--expect-server", "https://100.113.89.12:6443/"), host::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8:6443",
                "https://10.0.0.1:6443",
                "https://127.0.0.1:6443",
                "https://[::1]:6443",
                "https://[::ffff:8.8.8.8]:6443",
                "https://169.254.169.254",
                "https://localhost:6443"
            })
    void kc013AServerOutsideTheScopeIsRefused(String server) throws IOException {
        assertRefusal(4, "REFUSED", "KC013", run(good(b -> {
            b.server = server;
            return b;
        })));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://100.113.89.12:6443", "https://100.113.89.12:6443/path", "https://1685674252:6443",
                "https://100.113.22796:6443", "https://user:word@100.113.89.12:6443", "https://honey_1:6443",
                "https://100.113.89.12:6443?x=1", "'https://100.113.89.12:6443#x'"
            })
    void kc014AnOddUrlIsRefused(String server) throws IOException {
        assertRefusal(4, "REFUSED", "KC014", run(good(b -> {
            b.server = server;
            return b;
        })));
    }

    @Test
    void kc015ANameThatLeadsNowhereOrOutsideIsRefused() throws IOException {
        String text = good(b -> {
            b.server = "https://api.honey.example:6443";
            return b;
        });
        assertRefusal(4, "REFUSED", "KC015", run(text));
        job();
        resolved = List.of("100.64.0.1", "8.8.8.8");
        assertRefusal(4, "REFUSED", "KC015", run(text));
        job();
        resolved = List.of("100.64.0.1");
        assertEquals(0, run(text), host::out);
    }

    @Test
    void kc016OrganizationAndContractThatDisagreeAreRefusedWithBothValues() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/organization.yaml"),
                "organization: {name: tinyland}\nclusters:\n- name: dev\n  context: other\n  extra: 1\n");
        assertRefusal(4, "REFUSED", "KC016", run(good(b -> {
            b.context = "other";
            return b;
        })));
        assertTrue(host.out().contains("says other, the contract says honey"), host.out());
        Files.delete(folder.resolve("config/organization.yaml"));
    }

    @Test
    void kc020SkippedVerificationIsRefused() throws IOException {
        assertRefusal(4, "REFUSED", "KC020", run(good(b -> {
            b.clusterLines.add("insecure-skip-tls-verify: true");
            return b;
        })));
    }

    @Test
    void kc021AMissingBrokenOrOutdatedAuthorityIsRefused() throws IOException {
        List<String> bad = new ArrayList<>(List.of("bm90IGEgY2VydGlmaWNhdGU=", "%%%"));
        bad.add(TestCertificates.certificate(
                TestCertificates.ecKey(),
                "old",
                KubeconfigBuilder.NOW.minusSeconds(2_000),
                KubeconfigBuilder.NOW.minusSeconds(1_000)));
        for (String authority : bad) {
            job();
            assertRefusal(4, "REFUSED", "KC021", run(good(b -> {
                b.authority = "'" + authority + "'";
                return b;
            })));
        }
        job();
        assertRefusal(4, "REFUSED", "KC021", run(good(b -> {
            b.authority = null;
            return b;
        })));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokenFile: /var/run/token", "client-certificate: /c.pem", "client-key: k.pem"})
    void kc022CredentialsInFilesAreRefused(String line) throws IOException {
        assertRefusal(4, "REFUSED", "KC022", run(good(b -> {
            b.userLines.add(line);
            return b;
        })));
    }

    @Test
    void kc022AProxyAndAnAuthorityFileAreRefused() throws IOException {
        for (String line :
                List.of("proxy-url: http://user:pa55word1234@proxy:3128", "certificate-authority: /ca.crt")) {
            job();
            assertRefusal(4, "REFUSED", "KC022", run(good(b -> {
                b.clusterLines.add(line);
                return b;
            })));
        }
        assertFalse(host.everything(List.of()).replaceAll("::add-mask::.*", "").contains("pa55word1234"));
    }

    @Test
    void kc023AnExecEntryIsRefusedAndNeverRun() throws IOException {
        Path touched = folder.resolve("touched");
        assertRefusal(4, "REFUSED", "KC023", run(good(b -> {
            b.token = null;
            b.userLines.add("exec: {apiVersion: client.authentication.k8s.io/v1, command: /bin/touch, args: [" + touched
                    + "], interactiveMode: Never}");
            return b;
        })));
        assertFalse(Files.exists(touched));
        for (String line : List.of("auth-provider: {name: oidc, config: {id-token: abcdefghijkl}}", "as: admin")) {
            job();
            assertRefusal(4, "REFUSED", "KC023", run(good(b -> {
                b.userLines.add(line);
                return b;
            })));
        }
    }

    @Test
    void kc030AnExpiredCredentialIsRefused() throws IOException {
        long now = KubeconfigBuilder.NOW.getEpochSecond();
        for (String claims : List.of(
                "{\"exp\":" + (now - 1) + "}",
                "{\"exp\":" + (now + 600) + "}",
                "{\"exp\":" + (now + 999_999) + ",\"nbf\":" + (now + 90) + "}")) {
            job();
            assertRefusal(4, "REFUSED", "KC030", run(good(b -> {
                b.token = KubeconfigBuilder.jwt(claims);
                return b;
            })));
        }
        job();
        assertRefusal(4, "REFUSED", "KC030", run(withCertificate(TestCertificates.ecKey(), -60, true)));
    }

    @Test
    void aTokenOfThisMomentIsGoodOnAMachineWhoseClockIsLate() throws IOException {
        long now = KubeconfigBuilder.NOW.getEpochSecond();
        assertEquals(
                0,
                run(good(b -> {
                    b.token = KubeconfigBuilder.jwt("{\"exp\":" + (now + 9_999_999) + ",\"nbf\":" + (now + 30) + "}");
                    return b;
                })),
                host::out);
        assertEquals("READY", host.outputs().get("verdict"));
    }

    @Test
    void kc031ACredentialThatEndsSoonIsWarnedAbout() throws IOException {
        long end = KubeconfigBuilder.NOW.getEpochSecond() + 7_200;
        assertEquals(0, run(good(b -> {
            b.token = KubeconfigBuilder.jwt("{\"exp\":" + end + ",\"sub\":\"system:serviceaccount:arc:deployer\"}");
            return b;
        })));
        assertEquals("EXPIRING", host.outputs().get("verdict"));
        assertEquals("7200", host.outputs().get("expires-in-seconds"));
        assertEquals("system:serviceaccount:arc:deployer", host.outputs().get("subject"));
        assertTrue(host.out().contains("::warning title=kubeconfig KC031"));
    }

    @Test
    void kc032AKeyOfAnotherCertificateIsRefused() throws IOException {
        String other = TestCertificates.pkcs8(TestCertificates.ecKey());
        assertRefusal(2, "MALFORMED", "KC032", run(good(b -> {
            b.token = null;
            b.certificate = certificate(TestCertificates.ecKey(), 1_000_000);
            b.key = other;
            return b;
        })));
        job();
        assertRefusal(2, "MALFORMED", "KC032", run(good(b -> {
            b.certificate = certificate(TestCertificates.ecKey(), 1_000_000);
            return b;
        })));
        job();
        assertRefusal(2, "MALFORMED", "KC032", run(good(b -> {
            b.certificate = certificate(TestCertificates.ecKey(), 1_000_000);
            b.key = "bm90IGEga2V5";
            return b;
        })));
    }

    @Test
    void keysOfEveryFormAreRead() throws IOException {
        for (KeyPair keys : List.of(TestCertificates.ecKey(), TestCertificates.rsaKey())) {
            for (boolean traditional : new boolean[] {false, true}) {
                job();
                assertEquals(0, run(withCertificate(keys, 86_400 * 30, traditional)), host::out);
                assertEquals("client-cert", host.outputs().get("auth-kind"));
                assertEquals("CN=deployer", host.outputs().get("subject"));
            }
        }
        job();
        assertEquals(0, run(withCertificate(TestCertificates.edKey(), 86_400 * 30, false)), host::out);
    }

    @Test
    void kc040AnotherClusterUnderTheSameNameIsRefused() throws IOException {
        kubectl("echo '{\"metadata\":{\"uid\":\"uid-2\"}}'");
        assertRefusal(4, "REFUSED", "KC040", run(good(b -> b), "--expect-cluster-uid", "uid-1"));
        assertNoKubeconfigLeft();
        job();
        kubectl("echo '{\"metadata\":{\"uid\":\"uid-2\"}}'");
        assertEquals(0, run(good(b -> b), "--expect-cluster-uid", "uid-2"), host::out);
        assertEquals("uid-2", host.outputs().get("cluster-uid"));
    }

    @Test
    void kc041NoAnswerIsUnverifiedAndNeverGreen() throws IOException {
        for (String script : List.of(
                "echo 'Unable to connect to the server: dial tcp: connection refused' >&2; exit 1",
                "echo 'x509: certificate signed by unknown authority' >&2; exit 1",
                "echo 'not json'",
                "exit 0")) {
            job();
            kubectl(script);
            assertRefusal(3, "UNVERIFIED", "KC041", run(good(b -> b), "--verify-access", "get pods"));
            assertRefusal(3, "UNVERIFIED", "KC041", run(good(b -> b), "--verify", "access"));
            assertNoKubeconfigLeft();
        }
        job();
        host.with("PATH", "/nowhere");
        assertRefusal(3, "UNVERIFIED", "KC041", run(good(b -> b), "--verify", "uid"));
    }

    @Test
    void kc042ACredentialTheServerDoesNotKnowIsUnverified() throws IOException {
        for (String script : List.of(
                "echo 'error: You must be logged in to the server (Unauthorized)' >&2; exit 1",
                "echo 'Error from server (Forbidden): x' >&2; exit 1",
                "echo '{\"status\":{\"userInfo\":{\"username\":\"system:anonymous\"}}}'")) {
            job();
            kubectl(script);
            assertRefusal(3, "UNVERIFIED", "KC042", run(good(b -> b), "--verify", "access"));
        }
    }

    @Test
    void kc043ADeniedVerbIsRefused() throws IOException {
        kubectl("case \"$*\" in *selfsubjectreviews*) echo '{\"status\":{\"userInfo\":{\"username\":\"deployer\"}}}';;"
                + " *) grep -q secrets && echo '{\"status\":{\"allowed\":false}}' || echo"
                + " '{\"status\":{\"allowed\":true}}';; esac");
        assertRefusal(
                4,
                "REFUSED",
                "KC043",
                run(
                        good(b -> b),
                        "--verify",
                        "access",
                        "--verify-access",
                        "get pods -n arc-runners\nlist secrets -n kube-system"));
        assertTrue(host.out().contains("denied: list secrets -n kube-system"), host.out());
        job();
        host.with("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        assertEquals(
                0, run(good(b -> b), "--verify", "access", "--verify-access", "get pods -n arc-runners"), host::out);
    }

    @Test
    void kc050WithoutAFolderOfTheRunnerTheSystemsIsUsedAndSaid() throws IOException {
        host.with("RUNNER_TEMP", folder.resolve("no-such-folder").toString());
        Path report = folder.resolve("report");
        assertEquals(0, run(good(b -> b), "--report-dir", report.toString()), host::out);
        assertTrue(host.out().contains("::warning title=kubeconfig KC050"), host.out());
        Files.delete(Path.of(host.outputs().get("path")));
    }

    @Test
    void kc051OtherConfigurationInReachIsWarnedAboutOrRefused() throws IOException {
        host.with("HELM_KUBECONTEXT", "sting").with("https_proxy", "http://proxy:3128");
        assertEquals(0, run(good(b -> b)), host::out);
        assertTrue(host.out().contains("HELM_KUBECONTEXT, https_proxy are set"), host.out());
        job();
        host.with("KUBECONFIG", "/somewhere");
        assertRefusal(4, "REFUSED", "KC051", run(good(b -> b), "--ambient", "refuse"));
    }

    @Test
    void everyCheckHasATestThatNamesIt() {
        assertEquals(
                Stream.of(KubeconfigCheck.values()).map(Enum::name).collect(Collectors.toSet()),
                NamedChecks.of(KubeconfigCommandTests.class, "kc"));
    }

    @Test
    void theServerIsRewrittenInsideTheClusterWhenAsked() throws IOException {
        host.with("KUBERNETES_SERVICE_HOST", "10.43.0.1").with("KUBERNETES_SERVICE_PORT", "443");
        assertEquals(0, run(good(b -> b), "--in-cluster-server", "auto"), host::out);
        assertEquals("https://10.43.0.1:443", host.outputs().get("server"));
        assertEquals("private", host.outputs().get("server-scope"), "the scope is that of the server that is written");
        job();
        host.with("KUBERNETES_SERVICE_HOST", "8.8.8.8");
        assertRefusal(4, "REFUSED", "KC013", run(good(b -> b), "--in-cluster-server", "auto"));
        job();
        assertRefusal(2, "MALFORMED", "input-in-cluster-server", run(good(b -> b), "--in-cluster-server", "always"));
    }

    @Test
    void cleanupRemovesTheFileItWasGivenAndBlanksTheVariables() throws IOException {
        run(good(b -> b));
        Map<String, String> outputs = host.outputs();
        TestHost later = new TestHost(folder).inActions();
        host.exported();
        String path = Objects.requireNonNull(outputs.get("path"));
        String digest = Objects.requireNonNull(outputs.get("sha256"));
        for (String variable : ClientVariables.all(new ContractLoader().builtIn())) {
            later.with(variable, path);
        }
        assertEquals(0, cleanup(later), "no path: nothing is removed");
        assertTrue(later.out().contains("::warning title=kubeconfig-cleanup KCC01"), later.out());
        assertTrue(Files.exists(Path.of(path)));
        assertEquals(4, cleanup(later, "--path", path), "no digest to know the file by");
        assertEquals(4, cleanup(later, "--path", path, "--sha256", "0".repeat(64)));
        assertTrue(Files.exists(Path.of(path)), "a file that is not ours is left alone");
        assertEquals(0, cleanup(later, "--path", path, "--sha256", digest));
        assertFalse(Files.exists(Path.of(path)));
        assertEquals("", later.exported().get("KUBECONFIG"));
        assertEquals("REMOVED", later.outputs().get("verdict"));
        assertEquals(0, cleanup(later, "--path", path, "--sha256", digest));
        assertEquals("NOTHING_THERE", later.outputs().get("verdict"));
        assertEquals(0, cleanup(later));
    }

    private void assertRefusal(int exit, String verdict, String reason, int actual) throws IOException {
        assertEquals(exit, actual, host::out);
        assertEquals(verdict, host.outputs().get("verdict"), host::out);
        assertEquals(reason, host.outputs().get("failure-reason"), host::out);
        assertFalse(host.outputs().containsKey("path"));
        assertEquals(Map.of(), host.exported());
        if (reason.startsWith("KC")) {
            assertTrue(host.out().contains("next: " + reason + ": "), "a refusal names the next command");
        }
    }

    private void assertNoKubeconfigLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runner-temp"))) {
            assertEquals(
                    List.of(),
                    files.filter(path -> path.getFileName().toString().startsWith("gf-kubeconfig"))
                            .toList());
        }
    }

    private void kubectl(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = bin.resolve("kubectl");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
        host.with("PATH", bin + ":/usr/bin:/bin");
    }

    private int run(String secret, String... arguments) {
        host.with("GF_KUBECONFIG", secret);
        Host seen = host.host();
        return new CommandLine(new KubeconfigCommand(
                        seen,
                        _ -> resolved.stream()
                                .map(text -> IpAddress.parse(text).orElseThrow())
                                .toList()))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .setParameterExceptionHandler(new UsageErrors(seen))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private static int cleanup(TestHost host, String... arguments) {
        return new CommandLine(new KubeconfigCleanupCommand(host.host())).execute(arguments);
    }

    private static String good(UnaryOperator<KubeconfigBuilder> change) {
        return new KubeconfigBuilder().with(change).text();
    }

    private static String certificate(KeyPair keys, long secondsLeft) {
        return TestCertificates.certificate(
                keys,
                "deployer",
                KubeconfigBuilder.NOW.minusSeconds(1_000_000),
                KubeconfigBuilder.NOW.plusSeconds(secondsLeft));
    }

    private static String withCertificate(KeyPair keys, long secondsLeft, boolean traditional) {
        return good(b -> {
            b.token = null;
            b.certificate = certificate(keys, secondsLeft);
            b.key = traditional ? TestCertificates.traditional(keys) : TestCertificates.pkcs8(keys);
            return b;
        });
    }

    private static String json() {
        KubeconfigBuilder b = new KubeconfigBuilder();
        return """
            {"apiVersion":"v1","kind":"Config",
             "clusters":[{"name":"honey","cluster":{"server":"%s","certificate-authority-data":"%s"}}],
             "contexts":[{"name":"honey","context":{"cluster":"honey","user":"u"}}],
             "users":[{"name":"u","user":{"token":"%s"}}]}
            """.formatted(b.server, b.authority, b.token);
    }
}
