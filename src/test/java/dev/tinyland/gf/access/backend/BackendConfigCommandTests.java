package dev.tinyland.gf.access.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.actions.UsageErrors;
import dev.tinyland.gf.kube.IpAddress;
import dev.tinyland.gf.testing.NamedChecks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BackendConfigCommandTests {
    private static final String GOOD = """
        bucket = "tofu-state"
        key    = "arc-runners/terraform.tfstate"
        region = "us-east-1"
        endpoints = { s3 = "http://tofu-state-rustfs.nix-cache.svc:9000" }
        use_path_style = true
        use_lockfile   = true
        skip_credentials_validation = true
        """;

    @TempDir
    private Path folder = Path.of("");

    private TestHost host = new TestHost(folder);

    @BeforeEach
    void job() throws IOException {
        host = new TestHost(folder).inActions();
        declare("terraform {\n  backend \"s3\" {}\n}\n");
    }

    @Test
    void aGoodConfigurationIsWrittenPrivateAndCanonical() throws IOException {
        assertEquals(0, config(GOOD), host::out);
        Map<String, String> outputs = host.outputs();
        assertEquals("READY", outputs.get("verdict"));
        assertEquals("s3", outputs.get("type"));
        assertEquals("honey-s3", outputs.get("authority"));
        assertEquals("tofu-state", outputs.get("bucket"));
        assertEquals("arc-runners/terraform.tfstate", outputs.get("key"));
        assertEquals("http://tofu-state-rustfs.nix-cache.svc:9000", outputs.get("endpoint"));
        assertEquals("cluster-local", outputs.get("endpoint-scope"));
        assertEquals("true", outputs.get("lockfile"));
        assertEquals("GF_BACKEND_CONFIG", outputs.get("source"));
        Path file = Path.of(Objects.requireNonNull(outputs.get("path")));
        assertEquals("-backend-config=" + file, outputs.get("init-args"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("""
            bucket                      = "tofu-state"
            key                         = "arc-runners/terraform.tfstate"
            region                      = "us-east-1"
            endpoints                   = { s3 = "http://tofu-state-rustfs.nix-cache.svc:9000" }
            use_path_style              = true
            use_lockfile                = true
            skip_credentials_validation = true
            """, Files.readString(file));
    }

    @Test
    void theFirstSourceWinsAndTheOthersAreReported() throws IOException {
        Path file = Files.writeString(folder.resolve("a.hcl"), GOOD);
        Path configurations = Files.createDirectories(folder.resolve("backends"));
        Files.writeString(configurations.resolve("arc-runners.s3.hcl"), GOOD);
        s3Variables();
        host.with("TOFU_BACKEND_CONFIG_FILE", file.toString())
                .with("TOFU_BACKEND_CONFIG_DIR", configurations.toString())
                .with("TF_HTTP_ADDRESS", "https://state.example/x");
        assertEquals(0, config(GOOD), host::out);
        assertEquals("GF_BACKEND_CONFIG", host.outputs().get("source"));
        assertEquals(
                "TOFU_BACKEND_CONFIG_FILE,TOFU_BACKEND_CONFIG_DIR,TOFU_BACKEND_S3_*,TF_HTTP_*",
                host.outputs().get("shadowed"));
        assertEquals(0, run("--config-file", file.toString()), host::out);
        assertEquals(file.toString(), host.outputs().get("source"));
        assertEquals(0, run(), host::out);
        assertEquals("TOFU_BACKEND_CONFIG_FILE", host.outputs().get("source"));
    }

    @Test
    void theVariablesOfThePlatformMakeAConfiguration() throws IOException {
        s3Variables();
        assertEquals(0, run(), host::out);
        assertEquals("TOFU_BACKEND_S3_*", host.outputs().get("source"));
        assertEquals(
                """
                bucket                      = "tofu-state"
                key                         = "arc-runners/terraform.tfstate"
                region                      = "us-east-1"
                endpoints                   = { s3 = "http://100.64.0.7:9000" }
                use_path_style              = true
                use_lockfile                = true
                skip_credentials_validation = true
                skip_metadata_api_check     = true
                skip_region_validation      = true
                skip_requesting_account_id  = true
                skip_s3_checksum            = true
                """,
                Files.readString(Path.of(Objects.requireNonNull(host.outputs().get("path")))));
    }

    @Test
    void bc001NothingConfigured() throws IOException {
        assertRefusal(2, "INVALID", "BC001", run());
        assertTrue(host.out().contains("backend.s3.example.hcl"));
    }

    @Test
    void bc002TwoFilesThatFit() throws IOException {
        Path configurations = Files.createDirectories(folder.resolve("backends/dev"));
        Files.writeString(configurations.resolve("arc-runners.hcl"), GOOD);
        Path parent = folder.resolve("backends");
        assertEquals(0, run("--config-dir", parent.toString()), host::out);
        Files.writeString(parent.resolve("arc-runners.hcl"), GOOD);
        job();
        assertRefusal(2, "INVALID", "BC002", run("--config-dir", parent.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket = ",
                "terraform {\n  backend \"s3\" {}\n}",
                "bucket = var.bucket\nkey = \"x\"",
                "bucket = \"${local.x}\"\nkey = \"x\"",
                "region = \"us-east-1\"",
                "assume_role {\n}",
                "not hcl at all",
                "bucket = \"a\"\naddress = \"b\""
            })
    void bc003WhatCannotBeRead(String text) throws IOException {
        assertRefusal(2, "INVALID", "BC003", config(text));
    }

    @Test
    void bc003AFileThatIsNotThere() throws IOException {
        assertRefusal(2, "INVALID", "BC003", run("--config-file", "none.hcl"));
    }

    @Test
    void bc004PartialVariables() throws IOException {
        host.with("TOFU_BACKEND_S3_BUCKET", "tofu-state");
        assertRefusal(2, "INVALID", "BC004", run());
        assertTrue(host.out().contains("TOFU_BACKEND_S3_KEY, TOFU_BACKEND_S3_ENDPOINT"), host.out());
        job();
        s3Variables();
        host.with("TOFU_BACKEND_S3_USE_LOCKFILE", "yes");
        assertRefusal(2, "INVALID", "BC004", run());
    }

    @Test
    void bc010TheFamilyOfTheStackIsAnother() throws IOException {
        for (String declared : List.of(
                "terraform {\n  backend \"http\" {}\n}\n",
                "terraform {\n  required_version = \">= 1.10\"\n}\n",
                "terraform {\n  backend \"s3\" {}\n  backend \"s3\" {}\n}\n",
                "terraform {\n  cloud {}\n}\n")) {
            job();
            declare(declared);
            assertRefusal(2, "INVALID", "BC010", config(GOOD));
        }
        job();
        assertRefusal(2, "INVALID", "BC010", config(GOOD, "--stack-dir", "nowhere"));
        job();
        declare("terraform {\n  backend \"s3\" {}\n}\n");
        Files.writeString(stack().resolve("other.tf"), "terraform {\n  backend \"http\" {\n");
        assertRefusal(2, "INVALID", "BC010", config(GOOD));
        Files.delete(stack().resolve("other.tf"));
    }

    @Test
    void aTofuFileStandsInPlaceOfTheTfFile() throws IOException {
        declare("terraform {\n  backend \"http\" {}\n}\n");
        Files.writeString(stack().resolve("backend.tofu"), "terraform {\n  backend \"s3\" {}\n}\n");
        assertEquals(0, config(GOOD), host::out);
    }

    @Test
    void bc011UnknownKeysAreWarnedAboutWithWhatWasMeant() throws IOException {
        assertEquals(0, config(GOOD + "skip_region_validaton = true\nforce_path_style = true\n"), host::out);
        assertTrue(host.out().contains("did you mean skip_region_validation?"), host.out());
        assertTrue(host.out().contains("did you mean use_path_style?"), host.out());
        job();
        String old = GOOD.replace(
                "endpoints = { s3 = \"http://tofu-state-rustfs.nix-cache.svc:9000\" }",
                "endpoint = \"http://tofu-state-rustfs.nix-cache.svc:9000\"");
        assertEquals(0, config(old), host::out);
        assertTrue(host.out().contains("did you mean endpoints = { s3 ="), host.out());
    }

    @Test
    void bc012CredentialsInTheFileAreWarnedAboutOrRefused() throws IOException {
        String text = GOOD + "access_key = \"AKIAEXAMPLE12345\"\nsecret_key = \"abc/def+ghijklmnop\"\n";
        assertEquals(0, config(text), host::out);
        assertTrue(host.out().contains("::warning title=backend-config BC012"));
        assertFalse(withoutMasks().contains("abc/def+ghijklmnop"));
        job();
        assertRefusal(4, "REFUSED", "BC012", config(text, "--strict"));
    }

    @Test
    void bc013BucketOrKeyNotAsExpected() throws IOException {
        assertRefusal(4, "REFUSED", "BC013", config(GOOD.replace("\"tofu-state\"", "\"attic\"")));
        job();
        assertRefusal(4, "REFUSED", "BC013", config(GOOD.replace("arc-runners/terraform", "arc-runner/terraform")));
        job();
        assertRefusal(4, "REFUSED", "BC013", config(GOOD.replaceFirst("key .*\n", "")));
        job();
        assertEquals(
                0,
                config(GOOD.replace("\"tofu-state\"", "\"gf-scratch-1\""), "--expect-bucket", "gf-scratch-1"),
                host::out);
    }

    @Test
    void bc014TheKeyOfAnotherStack() throws IOException {
        String text = GOOD.replace("arc-runners/terraform.tfstate", "attic/terraform.tfstate");
        assertRefusal(4, "REFUSED", "BC014", config(text, "--expect-key", "attic/terraform.tfstate"));
        assertTrue(host.out().contains("it is the key of stack attic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3.amazonaws.com",
                "http://8.8.8.8:9000",
                "http://127.0.0.1:9000",
                "http://1685674252",
                "http://100.64.0.1:9000/path",
                "ftp://100.64.0.1",
                "http://user:password1234@100.64.0.1:9000"
            })
    void bc015AnEndpointOutsideTheScope(String endpoint) throws IOException {
        assertRefusal(
                4, "REFUSED", "BC015", config(GOOD.replace("http://tofu-state-rustfs.nix-cache.svc:9000", endpoint)));
    }

    @Test
    void bc015EveryServiceHasAnEndpointAndAProxySeesAll() throws IOException {
        String s3 = "s3 = \"http://tofu-state-rustfs.nix-cache.svc:9000\"";
        for (String text : List.of(
                GOOD.replace(s3, s3 + ", sts = \"https://8.8.8.8\""),
                GOOD.replace(s3, "sts = \"http://tofu-state-rustfs.nix-cache.svc:9000\""),
                GOOD + "sts_endpoint = \"https://8.8.8.8\"\n",
                GOOD + "https_proxy = \"http://100.64.0.9:3128\"\n")) {
            job();
            declare("terraform {\n  backend \"s3\" {}\n}\n");
            assertRefusal(4, "REFUSED", "BC015", config(text));
        }
        job();
        declare("terraform {\n  backend \"http\" {}\n}\n");
        assertRefusal(
                2,
                "INVALID",
                "input-endpoint-override",
                config(
                        "address = \"https://100.64.0.3/state\"\n",
                        "--allow",
                        "http-compat",
                        "--endpoint-override",
                        "http://127.0.0.1:9000"));
    }

    @Test
    void bc015NoEndpointIsAmazons() throws IOException {
        assertRefusal(4, "REFUSED", "BC015", config(GOOD.replaceFirst("endpoints.*\n", "")));
        job();
        assertEquals(
                0,
                config(GOOD.replaceFirst("endpoints.*\n", ""), "--endpoint-override", "http://127.0.0.1:9000"),
                host::out);
        assertEquals("loopback", host.outputs().get("endpoint-scope"));
        job();
        assertRefusal(2, "INVALID", "input-endpoint-override", config(GOOD, "--endpoint-override", "http://8.8.8.8"));
    }

    @Test
    void bc016GitLabStateNeedsAnAllowance() throws IOException {
        declare("terraform {\n  backend \"http\" {}\n}\n");
        String text = """
            address  = "https://100.64.0.3/api/v4/projects/79706605/terraform/state/arc-runners-dev"
            username = "gitlab-ci-token"
            password = "glpat-abcdefghijklmnop"
            """;
        assertRefusal(4, "REFUSED", "BC016", config(text));
        job();
        declare("terraform {\n  backend \"http\" {}\n}\n");
        assertRefusal(4, "REFUSED", "BC016", config(text, "--allow", "http-compat"));
        job();
        declare("terraform {\n  backend \"http\" {}\n}\n");
        assertEquals(0, config(text, "--allow", "gitlab-legacy"), host::out);
        assertEquals("gitlab-legacy", host.outputs().get("authority"));
        assertTrue(host.out().contains("::warning title=backend-config BC016"), "always with a warning");
        assertFalse(withoutMasks().contains("glpat-abcdefghijklmnop"));
    }

    @Test
    void bc017AnyHttpBackendNeedsAnAllowance() throws IOException {
        declare("terraform {\n  backend \"http\" {}\n}\n");
        host.with("TF_HTTP_ADDRESS", "https://100.64.0.3/state/x").with("TF_HTTP_PASSWORD", "pa55word-of-state");
        assertRefusal(4, "REFUSED", "BC017", run());
        job();
        declare("terraform {\n  backend \"http\" {}\n}\n");
        host.with("TF_HTTP_ADDRESS", "https://100.64.0.3/state/x")
                .with("TF_HTTP_LOCK_METHOD", "POST")
                .with("TF_HTTP_PASSWORD", "pa55word-of-state");
        assertEquals(0, run("--allow", "http-compat"), host::out);
        assertEquals("http-compat", host.outputs().get("authority"));
        String written =
                Files.readString(Path.of(Objects.requireNonNull(host.outputs().get("path"))));
        assertEquals("address     = \"https://100.64.0.3/state/x\"\nlock_method = \"POST\"\n", written);
        assertFalse(host.out().contains("::warning title=backend-config BC019"), "the source is no stranger");
    }

    @Test
    void bc018AWorkspacePrefix() throws IOException {
        assertRefusal(4, "REFUSED", "BC018", config(GOOD + "workspace_key_prefix = \"ws\"\n"));
    }

    @Test
    void bc019VariablesThatWouldChangeTheResult() throws IOException {
        host.with("AWS_ENDPOINT_URL_S3", "http://8.8.8.8")
                .with("TF_CLI_ARGS_init", "-backend=false")
                .with("AWS_ACCESS_KEY_ID", "fine")
                .with("TF_VAR_cluster_context", "fine");
        assertEquals(0, config(GOOD), host::out);
        assertTrue(host.out().contains("set: AWS_ENDPOINT_URL_S3, TF_CLI_ARGS_init"), host.out());
        job();
        host.with("HTTPS_PROXY", "http://proxy");
        assertRefusal(4, "REFUSED", "BC019", config(GOOD, "--strict"));
    }

    @Test
    void bc020NoLockIsWarnedAbout() throws IOException {
        for (String text : List.of(
                GOOD.replaceFirst("use_lockfile.*\n", ""), GOOD.replace("lockfile   = true", "lockfile = false"))) {
            job();
            assertEquals(0, config(text), host::out);
            assertTrue(host.out().contains("::warning title=backend-config BC020"), host.out());
            assertEquals("false", host.outputs().get("lockfile"));
        }
    }

    @Test
    void everyCheckHasATestThatNamesIt() {
        assertEquals(
                Stream.of(BackendCheck.values()).map(Enum::name).collect(Collectors.toSet()),
                NamedChecks.of(BackendConfigCommandTests.class, "bc"));
    }

    @Test
    void base64IsReadToo() throws IOException {
        String wrapped = Base64.getMimeEncoder().encodeToString(GOOD.getBytes(StandardCharsets.UTF_8));
        assertEquals(0, config(wrapped), host::out);
    }

    @Test
    void credentialsBelongTogetherAndAreExported() throws IOException {
        host.with("GF_ACCESS_KEY", "AKIAEXAMPLE12345");
        assertRefusal(2, "INVALID", "input-secret-key", config(GOOD));
        job();
        host.with("GF_ACCESS_KEY", "AKIAEXAMPLE12345").with("GF_SECRET_KEY", "very/secret+key0123456789");
        assertEquals(0, config(GOOD), host::out);
        assertEquals("AKIAEXAMPLE12345", host.exported().get("AWS_ACCESS_KEY_ID"));
        assertEquals("very/secret+key0123456789", host.exported().get("AWS_SECRET_ACCESS_KEY"));
        assertTrue(host.out().startsWith("::add-mask::AKIAEXAMPLE12345\n"), host.out());
    }

    @Test
    void anUnknownStackIsRefusedUnlessItsKeyIsSaid() throws IOException {
        assertEquals(2, commandLine().execute("other"));
        assertEquals("input-stack", host.outputs().get("failure-reason"));
    }

    private String withoutMasks() throws IOException {
        Path file = Path.of(host.outputs().getOrDefault("path", "none"));
        return host.everything(List.of(file)).replaceAll("::add-mask::.*", "");
    }

    private void s3Variables() {
        host.with("TOFU_BACKEND_S3_BUCKET", "tofu-state")
                .with("TOFU_BACKEND_S3_KEY", "arc-runners/terraform.tfstate")
                .with("TOFU_BACKEND_S3_ENDPOINT", "http://100.64.0.7:9000");
    }

    private Path stack() {
        return folder.resolve("tofu/stacks/arc-runners");
    }

    private void declare(String text) throws IOException {
        Files.createDirectories(stack());
        Files.writeString(stack().resolve("backend.tf"), text);
    }

    private void assertRefusal(int exit, String verdict, String reason, int actual) throws IOException {
        assertEquals(exit, actual, host::out);
        assertEquals(verdict, host.outputs().get("verdict"), host::out);
        assertEquals(reason, host.outputs().get("failure-reason"), host::out);
        assertFalse(host.outputs().containsKey("path"));
        if (reason.startsWith("BC")) {
            assertTrue(host.out().contains("next: " + reason + ": "), "a refusal names the next command");
        }
    }

    private int config(String text, String... arguments) {
        host.with("GF_BACKEND_CONFIG", text);
        int exit = run(arguments);
        host.with("GF_BACKEND_CONFIG", "");
        return exit;
    }

    private int run(String... arguments) {
        return commandLine()
                .execute(Stream.concat(Stream.of("arc-runners"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private CommandLine commandLine() {
        Host seen = host.host();
        return new CommandLine(new BackendConfigCommand(
                        seen,
                        name -> name.equals("s3.amazonaws.com")
                                ? List.of(IpAddress.parse("52.216.0.1").orElseThrow())
                                : List.of()))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .setParameterExceptionHandler(new UsageErrors(seen))
                .setErr(new PrintWriter(new StringWriter()));
    }
}
