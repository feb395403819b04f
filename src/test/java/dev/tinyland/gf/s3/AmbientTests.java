package dev.tinyland.gf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.FaultProxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the surroundings of the process may not change. */
class AmbientTests {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private Path folder;

    @Test
    void neitherVariablesNorProfileFilesChangeTheResult() throws Exception {
        Path profile = folder.resolve("config");
        Files.writeString(profile, """
            [default]
            region = eu-west-7
            endpoint_url = http://127.0.0.1:9
            aws_access_key_id = stranger
            aws_secret_access_key = stranger
            request_checksum_calculation = when_supported
            retry_mode = adaptive
            max_attempts = 9
            """);
        try (MemoryStore store = MemoryStore.start("tofu-state");
                FaultProxy proxy = FaultProxy.before(store.uri())) {
            store.put("tofu-state", "key", new byte[] {1, 2});
            String plain = probe(proxy, "one", Map.of());
            List<FaultProxy.Seen> quiet = proxy.requests();
            proxy.forget();
            String hostile = probe(
                    proxy,
                    "two",
                    Map.ofEntries(
                            Map.entry("AWS_ACCESS_KEY_ID", "stranger"),
                            Map.entry("AWS_SECRET_ACCESS_KEY", "stranger"),
                            Map.entry("AWS_SESSION_TOKEN", "stranger"),
                            Map.entry("AWS_REGION", "eu-west-7"),
                            Map.entry("AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
                            Map.entry("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9"),
                            Map.entry("AWS_CONFIG_FILE", profile.toString()),
                            Map.entry("AWS_SHARED_CREDENTIALS_FILE", profile.toString()),
                            Map.entry("AWS_PROFILE", "absent"),
                            Map.entry("AWS_USE_FIPS_ENDPOINT", "true"),
                            Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "true"),
                            Map.entry("AWS_MAX_ATTEMPTS", "9"),
                            Map.entry("AWS_DEFAULTS_MODE", "auto"),
                            Map.entry("AWS_REQUEST_CHECKSUM_CALCULATION", "when_supported"),
                            Map.entry("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_supported"),
                            Map.entry("HTTP_PROXY", "http://127.0.0.1:9"),
                            Map.entry("http_proxy", "http://127.0.0.1:9")));
            assertEquals(plain, hostile);
            assertTrue(plain.contains("Success[value=[tofu-state]]"), plain);
            assertEquals(
                    quiet.stream().map(FaultProxy.Seen::status).toList(),
                    proxy.requests().stream().map(FaultProxy.Seen::status).toList());
        }
    }

    @Test
    void theClassesOfTheSdkAreNotLoadedWhereNoStoreIsAsked() throws Exception {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tinyland.gf.Gf",
                "backend-config",
                "--help"));
        CommandResult result = ChildProcess.of(command).in(folder).run();
        assertEquals(0, result.exitCode(), result.errors());
        String classes = Files.readString(log);
        assertTrue(classes.contains("dev.tinyland.gf.access.backend.BackendConfigCommand"), "the log is a log");
        assertFalse(classes.contains("software.amazon.awssdk"), "a class of the SDK was loaded");
    }

    private String probe(FaultProxy proxy, String name, Map<String, String> environment) throws Exception {
        CommandResult result = ChildProcess.of(
                        JAVA,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AmbientProbe.class.getName(),
                        proxy.uri().toString(),
                        MemoryStore.ACCESS_KEY,
                        MemoryStore.SECRET_KEY,
                        name)
                .in(folder)
                .with(environment)
                .run();
        assertEquals(0, result.exitCode(), result.errors());
        return result.output();
    }
}
