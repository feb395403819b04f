package dev.tinyland.gf.access.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.NamedChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TofuPreflightCommandTests {
    private static final String BACKEND = BackendText.of("arc-runners");

    @TempDir
    private Path folder = Path.of("");

    private TestHost host = new TestHost(folder);
    private boolean reachable = true;

    @BeforeEach
    void aReadyRepository() throws IOException {
        host = new TestHost(folder).inActions().at(Clock.fixed(KubeconfigBuilder.NOW, ZoneOffset.UTC));
        Files.createDirectories(stack());
        Files.writeString(stack().resolve("backend.tf"), "terraform {\n  backend \"s3\" {}\n}\n");
        Files.writeString(stack().resolve("dev.tfvars"), "cluster_context = \"honey\"\n# once on civo.com\n");
        Files.writeString(stack().resolve(".terraform.lock.hcl"), "");
        kubeconfig(new KubeconfigBuilder().text());
        host.with("AWS_ACCESS_KEY_ID", "access").with("AWS_SECRET_ACCESS_KEY", "secret-0123456789");
        reachable = true;
        tofu("OpenTofu v1.12.6", "1.12.6");
        host.with("GF_BACKEND_CONFIG", BACKEND).with("GF_KUBECONFIG_PATH", "kubeconfig");
    }

    @Test
    void aReadyStackIsReadyAndSaysWhatToRunNext() throws IOException {
        assertEquals(0, run(), host::out);
        assertEquals("READY", host.outputs().get("verdict"));
        assertEquals("honey", host.outputs().get("context"));
        assertTrue(
                host.out().contains("next: the action backend-config with stack: arc-runners, then tofu -chdir="),
                host.out());
        assertFalse(host.everything(List.of(folder.resolve("kubeconfig")))
                .replaceAll("::add-mask::.*", "")
                .contains("opaque-token-0123456789"));
    }

    @Test
    void pf001NoTofuAWrapperOrAStranger() throws IOException {
        Files.delete(folder.resolve("bin/tofu"));
        assertRefusal(1, "NOT_READY", "PF001");
        assertTrue(host.out().contains("UNKNOWN  PF002"), host.out());
        aReadyRepository();
        Files.writeString(folder.resolve("bin/tofu"), "#!/usr/bin/env node\nconsole.log('OpenTofu v1.12.6')\n");
        assertRefusal(1, "NOT_READY", "PF001");
        assertTrue(host.out().contains("tofu_wrapper: false"));
        aReadyRepository();
        tofu("Terraform v1.12.6", "1.12.6");
        assertRefusal(1, "NOT_READY", "PF001");
    }

    @Test
    void pf002AVersionThatDoesNotKnowTheLock() throws IOException {
        tofu("OpenTofu v1.9.4", "1.9.4");
        assertRefusal(1, "NOT_READY", "PF002");
        aReadyRepository();
        tofu("OpenTofu v1.9.4", "1.9.4");
        host.with("GF_BACKEND_CONFIG", BACKEND.replace("use_lockfile = true", "use_lockfile = false"));
        assertEquals(0, run(), host::out);
        aReadyRepository();
        tofu("OpenTofu v1.9.4", "1.9.4");
        host.with("GF_BACKEND_CONFIG", "bucket = var.bucket\n");
        assertEquals(2, run(), host::out);
        assertTrue(host.out().contains("UNKNOWN  PF002"), "whether the lock is on is not known\n" + host.out());
    }

    @Test
    void pf003AFolderThatIsNoStack() throws IOException {
        host.with("GF_STACK_DIR", "nowhere");
        assertEquals(2, run(), host::out);
        assertTrue(host.out().contains("FAIL     PF003"), host.out());
        assertTrue(host.out().contains("UNKNOWN  PF031"), "nothing was looked at\n" + host.out());
        aReadyRepository();
        Files.writeString(stack().resolve("broken.tf"), "resource \"x\" {\n");
        assertRefusal(1, "NOT_READY", "PF003");
        assertTrue(host.out().contains("UNKNOWN  PF010"), "a broken file may declare anything\n" + host.out());
        assertTrue(host.out().contains("UNKNOWN  PF031"), "a broken file may name anything\n" + host.out());
        Files.delete(stack().resolve("broken.tf"));
    }

    @Test
    void pf010AnotherFamily() throws IOException {
        Files.writeString(stack().resolve("backend.tf"), "terraform {\n  backend \"http\" {}\n}\n");
        assertRefusal(2, "INVALID", "PF010");
    }

    @Test
    void pf011ABackendThatMustNotBeUsed() throws IOException {
        host.with("GF_BACKEND_CONFIG", BACKEND.replace("arc-runners/", "attic/"));
        assertRefusal(4, "REFUSED", "PF011");
        assertTrue(host.out().contains("refused by BC013"), host.out());
        aReadyRepository();
        host.with("GF_BACKEND_CONFIG", "");
        assertRefusal(2, "INVALID", "PF011");
        assertTrue(host.out().contains("SKIP     BC002 BC003 BC004 "), host.out());
    }

    @Test
    void pf012NoCredentialsForTheState() throws IOException {
        host.with("AWS_SECRET_ACCESS_KEY", "");
        assertRefusal(1, "NOT_READY", "PF012");
        assertTrue(host.out().contains("not set: AWS_SECRET_ACCESS_KEY"), host.out());
        aReadyRepository();
        host.with("AWS_ACCESS_KEY_ID", "").with("AWS_SECRET_ACCESS_KEY", "");
        host.with("GF_ACCESS_KEY", "access").with("GF_SECRET_KEY", "secret-0123456789");
        assertEquals(0, run(), host::out);
        aReadyRepository();
        host.with("AWS_ACCESS_KEY_ID", "").with("AWS_SECRET_ACCESS_KEY", "");
        host.with("GF_BACKEND_CONFIG", BACKEND + "access_key = \"a\"\nsecret_key = \"secret-0123456789\"\n");
        assertEquals(0, run(), host::out);
    }

    @Test
    void pf013AStoreThatTakesNoConnection() throws IOException {
        reachable = false;
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("SKIP     PF013"), host.out());
        assertEquals(3, run("--probe"), host::out);
        assertEquals("PF013", host.outputs().get("failure-reason"));
        reachable = true;
        assertEquals(0, run("--probe"), host::out);
        assertTrue(host.out().contains("PASS     PF013"), host.out());
    }

    @Test
    void pf020AServerThatIsAskedAndDoesNotAnswer() throws IOException {
        assertEquals(3, run("--verify", "access"), host::out);
        assertEquals("UNVERIFIED", host.outputs().get("verdict"));
        assertEquals("PF020", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("kubectl is not on the PATH"), host.out());
        try (var left = Files.list(folder.resolve("runner-temp"))) {
            assertEquals(
                    List.of(),
                    left.filter(path -> path.toString().contains("gf-kubeconfig-"))
                            .toList(),
                    "the file the server is asked with is removed");
        }
    }

    @Test
    void pf020AKubeconfigThatIsMissingOrMustNotBeUsed() throws IOException {
        host.with("GF_KUBECONFIG_PATH", "none");
        assertRefusal(1, "NOT_READY", "PF020");
        aReadyRepository();
        kubeconfig(new KubeconfigBuilder().text().replace("100.113.89.12", "8.8.8.8"));
        assertRefusal(4, "REFUSED", "PF020");
        assertTrue(host.out().contains("is refused by KC013"), host.out());
        aReadyRepository();
        kubeconfig("");
        assertRefusal(1, "NOT_READY", "PF020");
        aReadyRepository();
        Files.setPosixFilePermissions(folder.resolve("kubeconfig"), PosixFilePermissions.fromString("rw-r-----"));
        assertRefusal(1, "NOT_READY", "PF020");
        assertTrue(host.out().contains("is open to others (group r)"), host.out());
    }

    @Test
    void pf020AListOfKubeconfigsIsNoAnswerToWhichOne() throws IOException {
        host.with("GF_KUBECONFIG_PATH", "").with("KUBECONFIG", "/a/one:/b/two");
        assertEquals(2, run(), host::out);
        assertEquals("input-kubeconfig-path", host.outputs().get("failure-reason"));
    }

    @Test
    void pf021OrganizationAndContractDisagree() throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("organization.yaml");
        Files.writeString(file, "clusters: [{name: dev, context: sting}]\n");
        assertEquals(4, run(), host::out);
        assertTrue(host.out().contains("FAIL     PF021"), host.out());
        assertTrue(host.out().contains("says sting, the contract says honey"), host.out());
        Files.delete(file);
    }

    @Test
    void pf030VariablesThatAreMissingOrLegacy() throws IOException {
        Files.delete(stack().resolve("dev.tfvars"));
        Files.writeString(stack().resolve("legacy-civo.tfvars"), "");
        assertRefusal(1, "NOT_READY", "PF030");
        aReadyRepository();
        Files.writeString(stack().resolve("dev.tfvars"), "cluster_context = \"tinyland-civo-dev\"\n");
        assertRefusal(1, "NOT_READY", "PF030");
        assertTrue(host.out().contains("dev.tfvars:1 context tinyland-civo-dev"), host.out());
        Files.delete(stack().resolve("legacy-civo.tfvars"));
        aReadyRepository();
        Files.writeString(stack().resolve("dev.tfvars"), "cluster_context = \n");
        assertRefusal(1, "NOT_READY", "PF030");
        assertTrue(host.out().contains("is not readable as HCL"), host.out());
    }

    @Test
    void pf031LegacyInTheStackOrTheEnvironment() throws IOException {
        Path file = stack().resolve("main.tf");
        Files.writeString(file, """
            # civo was here; a comment is history
            provider "civo" {}
            locals { server = "https://attic.tinyland.dev" }
            """);
        host.with("CIVO_TOKEN", "x").with("GITLAB_PAT", "y");
        assertRefusal(1, "NOT_READY", "PF031");
        for (String expected : List.of(
                "main.tf:2 provider civo",
                "main.tf:3 attic.tinyland.dev",
                "variable CIVO_TOKEN is set",
                "variable GITLAB_PAT is set")) {
            assertTrue(host.out().contains(expected), host.out());
        }
        assertFalse(host.out().contains("main.tf:1 "));
        Files.delete(file);
        aReadyRepository();
        host.with("CIVO_TOKEN", "").with("GITLAB_PAT", "");
        for (String name : List.of("more.tf.json", "terraform.tfvars.json")) {
            Path json = stack().resolve(name);
            Files.writeString(json, "{\"locals\": [{\"server\": \"https://attic.tinyland.dev\"}]}");
            assertRefusal(1, "NOT_READY", "PF031");
            assertTrue(host.out().contains(name + " attic.tinyland.dev"), host.out());
            Files.delete(json);
        }
    }

    @Test
    void pf040NoLockFile() throws IOException {
        Files.delete(stack().resolve(".terraform.lock.hcl"));
        assertRefusal(1, "NOT_READY", "PF040");
    }

    @Test
    void everyCheckHasATestThatNamesIt() {
        assertEquals(
                Stream.of(PreflightCheck.values()).map(Enum::name).collect(Collectors.toSet()),
                NamedChecks.of(TofuPreflightCommandTests.class, "pf"));
    }

    @Test
    void infoShowsContextStacksLanesAndAttachment() throws IOException {
        Host seen = new TestHost(folder).host();
        TestHost shown = new TestHost(folder);
        assertEquals(0, new CommandLine(new InfoCommand(shown.host())).execute(), shown::out);
        for (String expected : List.of(
                "context of dev",
                "backend of arc-runners",
                "tofu-state/arc-runners/terraform.tfstate",
                "lane tinyland-nix ",
                "compatibility-local-only",
                "info: SHOWN (exit 0)")) {
            assertTrue(shown.out().contains(expected), shown.out());
        }
        TestHost machine = new TestHost(folder);
        assertEquals(0, new CommandLine(new InfoCommand(machine.host())).execute("--format", "json"));
        JsonNode json = new ObjectMapper().readTree(machine.out());
        assertEquals("gf.info/v1", json.path("schema").asText());
        assertEquals("honey", json.path("outputs").path("context-dev").asText());
        Files.writeString(stack().resolve("backend.tf"), "terraform {\n  backend \"http\" {}\n}\n");
        TestHost wrong = new TestHost(seen.directory());
        assertEquals(4, new CommandLine(new InfoCommand(wrong.host())).execute(), wrong::out);
        assertTrue(wrong.out().contains("declares http"), wrong.out());
        assertTrue(wrong.out().contains("next: move the backend block of arc-runners to"), wrong.out());
    }

    @Test
    void infoCallsNothingGoodThatItDidNotLookAt() throws IOException {
        TestHost bare = new TestHost(Files.createDirectories(folder.resolve("bare")));
        assertEquals(0, new CommandLine(new InfoCommand(bare.host())).execute(), bare::out);
        assertEquals(
                List.of("PASS     attachment"),
                bare.out()
                        .lines()
                        .filter(line -> line.startsWith("PASS"))
                        .map(line -> line.replaceAll(" +cache attachment.*", ""))
                        .toList());
        TestHost broken = new TestHost(folder).with("BAZEL_REMOTE_CACHE", "${CACHE}");
        assertEquals(0, new CommandLine(new InfoCommand(broken.host())).execute(), broken::out);
        assertTrue(broken.out().contains("WARN     attachment"), broken.out());
        Files.writeString(stack().resolve("more.tf"), "terraform {\n");
        TestHost unread = new TestHost(folder);
        assertEquals(4, new CommandLine(new InfoCommand(unread.host())).execute(), unread::out);
        assertTrue(unread.out().contains("UNKNOWN  stack-arc-runners"), unread.out());
    }

    private void kubeconfig(String text) throws IOException {
        Path file = folder.resolve("kubeconfig");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void tofu(String name, String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path program = bin.resolve("tofu");
        Files.writeString(
                program,
                "#!/bin/sh\n[ \"$2\" = -json ] && echo '{\"terraform_version\":\"" + version + "\"}' || echo '" + name
                        + "'\n");
        assertTrue(program.toFile().setExecutable(true));
        host.with("PATH", bin.toString());
    }

    private Path stack() {
        return folder.resolve("tofu/stacks/arc-runners");
    }

    private void assertRefusal(int exit, String verdict, String reason) throws IOException {
        assertEquals(exit, run(), host::out);
        assertEquals(verdict, host.outputs().get("verdict"), host::out);
        assertEquals(reason, host.outputs().get("failure-reason"), host::out);
        assertTrue(host.out().contains("next: " + reason + ": "), host::out);
    }

    private int run(String... arguments) {
        Host seen = host.host();
        List<String> all = new ArrayList<>(List.of("arc-runners"));
        all.addAll(List.of(arguments));
        return new CommandLine(new TofuPreflightCommand(seen, _ -> List.of(), (_, _) -> reachable))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .execute(all.toArray(String[]::new));
    }
}
