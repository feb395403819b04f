package dev.tinyland.gf.access.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

class CacheAttachmentCommandTests {
    private static final String CACHE = "grpc://bazel-cache.nix-cache.svc.cluster.local:9092";

    @TempDir
    private Path folder = Path.of("");

    private TestHost host = new TestHost(folder);
    private boolean reachable = true;
    private String silent = "";

    @BeforeEach
    void job() throws IOException {
        host = new TestHost(folder).inActions();
    }

    @Test
    void anEmptyCacheIsCompatibilityAndNoFailure() throws IOException {
        assertEquals(0, run(), host::out);
        assertEquals("COMPATIBILITY_LOCAL_ONLY", host.outputs().get("verdict"));
        assertEquals("compatibility-local-only", host.outputs().get("mode"));
    }

    @Test
    void aCacheIsSharedCacheBacked() throws IOException {
        host.with("BAZEL_REMOTE_CACHE", CACHE)
                .with("ATTIC_SERVER", "http://attic.nix-cache.svc.cluster.local")
                .with("ATTIC_CACHE", "main");
        assertEquals(0, run(), host::out);
        assertEquals("shared-cache-backed", host.outputs().get("mode"));
        assertTrue(host.outputs().getOrDefault("endpoints", "").contains("BAZEL_REMOTE_CACHE=" + CACHE));
    }

    @Test
    void anExecutorNeedsAnEligibleTargetClass() throws IOException {
        host.with("BAZEL_REMOTE_CACHE", CACHE).with("BAZEL_REMOTE_EXECUTOR", "grpc://reapi.nix-cache.svc:8980");
        assertEquals(4, run(), host::out);
        assertEquals("EXECUTOR_NOT_ELIGIBLE", host.outputs().get("verdict"));
        assertEquals("CA007", host.outputs().get("failure-reason"));
        Files.createDirectories(folder.resolve("config"));
        Files.copy(
                Path.of("config/rbe-target-eligibility.example.json"),
                folder.resolve("config/rbe-target-eligibility.json"));
        assertEquals(4, run("--target-class", "container-images"), host::out);
        assertEquals(4, run("--target-class", "unheard-of"), host::out);
        assertEquals(0, run("--target-class", "unit-tests"), host::out);
        assertEquals("executor-backed", host.outputs().get("mode"));
    }

    @Test
    void anExecutorWithoutCacheBreaksTheContract() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.copy(
                Path.of("config/rbe-target-eligibility.example.json"),
                folder.resolve("config/rbe-target-eligibility.json"));
        host.with("BAZEL_REMOTE_EXECUTOR", "grpc://reapi.nix-cache.svc:8980");
        assertEquals(1, run("--target-class", "unit-tests"), host::out);
        assertEquals("CA004", host.outputs().get("failure-reason"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${BAZEL_REMOTE_CACHE}",
                "grpc://${HOST}:9092",
                "ftp://cache:21",
                "cache:9092",
                "grpc://",
                "grpc://a b",
                "grpc://user:word@cache.svc:9092",
                "{{ cache }}",
                "$CACHE"
            })
    void anEndpointThatIsNoneBreaksTheContract(String endpoint) throws IOException {
        host.with("BAZEL_REMOTE_CACHE", endpoint);
        assertEquals(1, run(), host::out);
        assertEquals("CONTRACT_BROKEN", host.outputs().get("verdict"));
        assertEquals("CA001", host.outputs().get("failure-reason"));
        assertEquals("", host.outputs().get("mode"));
    }

    @Test
    void localhostNeedsAnAllowance() throws IOException {
        for (String name : List.of("127.0.0.1", "0.0.0.0", "[::]", "[::ffff:0.0.0.0]", "localhost.localdomain")) {
            job();
            host.with("BAZEL_REMOTE_CACHE", "grpc://" + name + ":9092");
            assertEquals(1, run(), host::out);
            assertEquals("CA002", host.outputs().get("failure-reason"));
        }
        assertEquals(0, run("--allow-localhost"), host::out);
    }

    @Test
    void aDeadHostBreaksTheContract() throws IOException {
        host.with("BAZEL_REMOTE_CACHE", "grpc://bazel-cache.attic-cache-dev.svc.cluster.local:9092");
        assertEquals(1, run(), host::out);
        assertEquals("CA003", host.outputs().get("failure-reason"));
        job();
        host.with("ATTIC_SERVER", "http://attic.nix-cache.svc.cluster.local:8080");
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("::warning title=cache-attachment CA003"), host.out());
    }

    @Test
    void strictFailsWithoutACache() throws IOException {
        assertEquals(1, run("--strict"), host::out);
        assertEquals("CA006", host.outputs().get("failure-reason"));
    }

    @Test
    void aDeclaredModeThatIsNotTheRealOneIsWarnedAbout() throws IOException {
        host.with("GF_BAZEL_SUBSTRATE_MODE", "executor-backed");
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("::warning title=cache-attachment CA005"), host.out());
    }

    @Test
    void anEndpointThatDoesNotAnswerIsNoAttachment() throws IOException {
        host.with("BAZEL_REMOTE_CACHE", CACHE);
        reachable = false;
        assertEquals(0, run("--probe"), host::out);
        assertEquals("compatibility-local-only", host.outputs().get("mode"));
        assertTrue(host.out().contains("::warning title=cache-attachment CA008"), host.out());
        reachable = true;
        assertEquals(0, run("--probe"), host::out);
        assertEquals("shared-cache-backed", host.outputs().get("mode"));
    }

    @Test
    void anExecutorThatDoesNotAnswerIsNoAttachmentEither() throws IOException {
        String executor = "grpc://reapi.nix-cache.svc:8980";
        host.with("BAZEL_REMOTE_CACHE", CACHE).with("BAZEL_REMOTE_EXECUTOR", executor);
        Files.createDirectories(folder.resolve("config"));
        Files.copy(
                Path.of("config/rbe-target-eligibility.example.json"),
                folder.resolve("config/rbe-target-eligibility.json"));
        silent = "reapi.nix-cache.svc";
        assertEquals(0, run("--probe", "--target-class", "unit-tests"), host::out);
        assertEquals("shared-cache-backed", host.outputs().get("mode"));
        String endpoints = host.outputs().getOrDefault("endpoints", "");
        assertTrue(endpoints.contains("BAZEL_REMOTE_CACHE=" + CACHE + " (answers)"), endpoints);
        assertTrue(endpoints.contains("BAZEL_REMOTE_EXECUTOR=" + executor + " (no answer)"), endpoints);
    }

    @Test
    void aFrontDoorIsAnEndpointLikeTheOthers() throws IOException {
        host.with("GF_REAPI_CACHE_FRONTDOOR_ENDPOINT", "https://127.0.0.1:8443");
        assertEquals(1, run(), host::out);
        assertEquals("CA002", host.outputs().get("failure-reason"));
        job();
        host.with("GF_REAPI_CACHE_FRONTDOOR_ENDPOINT", "https://door.nix-cache.svc:8443");
        assertEquals(0, run(), host::out);
        String endpoints = host.outputs().getOrDefault("endpoints", "");
        assertTrue(
                endpoints.contains("GF_REAPI_CACHE_FRONTDOOR_ENDPOINT=https://door.nix-cache.svc:8443 (not probed)"),
                endpoints);
    }

    @Test
    void aCacheNameThatNobodyResolvedBreaksTheContract() throws IOException {
        host.with("ATTIC_CACHE", "${ATTIC_CACHE}");
        assertEquals(1, run(), host::out);
        assertEquals("CA001", host.outputs().get("failure-reason"));
        assertFalse(host.out().contains("${ATTIC_CACHE}"), host.out());
    }

    @Test
    void aDeclarationIsComparedOnlyWhereThereIsOneAndItsWordIsKnown() throws IOException {
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("SKIP     CA005"), host.out());
        job();
        host.with("GF_FLYWHEEL_PROFILE_STATE", "unattached");
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("PASS     CA005"), host.out());
        job();
        host.with("GF_FLYWHEEL_PROFILE_STATE", "unattached").with("BAZEL_REMOTE_CACHE", CACHE);
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("WARN     CA005"), host.out());
        job();
        host.with("GF_BAZEL_SUBSTRATE_MODE", "something");
        assertEquals(0, run(), host::out);
        assertTrue(host.out().contains("has a word that it does not take"), host.out());
    }

    @Test
    void aBrokenEligibilityFileIsWrongInput() throws IOException {
        for (String text : new String[] {"{", "{}", "{\"schema\":\"gf.rbe-target-eligibility/v1\"}"}) {
            Files.writeString(folder.resolve("e.json"), text);
            assertEquals(2, run("--eligibility", "e.json"));
            assertEquals("input-eligibility", host.outputs().get("failure-reason"));
        }
    }

    @Test
    void theExampleFitsItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("config/rbe-target-eligibility.schema.json")));
        assertEquals(
                Set.of(),
                schema.validate(new ObjectMapper()
                        .readTree(Files.readString(Path.of("config/rbe-target-eligibility.example.json")))));
    }

    @Test
    void theOrganizationsExampleFitsItsSchema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("config/organization.schema.json")));
        Map<String, Object> example = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("config/organization.example.yaml")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().valueToTree(example)));
    }

    private int run(String... arguments) {
        Host seen = host.host();
        return new CommandLine(new CacheAttachmentCommand(seen, (name, _) -> reachable && !name.equals(silent)))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .execute(arguments);
    }
}
