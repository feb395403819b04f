package dev.tinyland.gf.state.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What stops a push before OpenTofu is started; the rest is in the integration test with the real one. */
class TofuStatePushCommandTests {
    private static final String KEY = "attic/terraform.tfstate";

    private static MemoryStore store;

    @TempDir
    private Path folder = Path.of("");

    private TestHost host = new TestHost(folder);
    private FaultProxy proxy;

    @BeforeAll
    static void startStore() throws Exception {
        store = MemoryStore.start("tofu-state");
    }

    @AfterAll
    static void stopStore() {
        store.close();
    }

    @BeforeEach
    void aStackWithAnErroredState() throws IOException {
        proxy = FaultProxy.before(store.uri());
        store.put("tofu-state", KEY, state(4, "l-1").getBytes(StandardCharsets.UTF_8));
        Path stack = Files.createDirectories(folder.resolve("tofu/stacks/attic"));
        Files.writeString(stack.resolve("main.tf"), "terraform {\n  backend \"s3\" {}\n}\n");
        Files.writeString(folder.resolve("errored.tfstate"), state(5, "l-1"));
        Files.writeString(folder.resolve("backend.hcl"), BackendText.of("attic"));
        Path tofu = Files.createDirectories(folder.resolve("bin")).resolve("tofu");
        Files.writeString(tofu, """
            #!/bin/sh
            [ "$2" = -json ] && echo '{"terraform_version": "1.12.6"}' || echo 'OpenTofu v1.12.6'
            """);
        assertTrue(tofu.toFile().setExecutable(true));
        host = new TestHost(folder)
                .inActions()
                .with("PATH", folder.resolve("bin").toString())
                .with("GF_CONFIG_FILE", "backend.hcl")
                .with("GF_ENDPOINT_OVERRIDE", proxy.uri().toString())
                .with("GF_ERRORED_STATE", "errored.tfstate")
                .with("GF_ACCESS_KEY", MemoryStore.ACCESS_KEY)
                .with("GF_SECRET_KEY", MemoryStore.SECRET_KEY);
    }

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    private static String state(long serial, String lineage) {
        return """
            {"version": 4, "terraform_version": "1.12.6", "serial": %d, "lineage": "%s", "outputs": {},
             "resources": [{"mode": "managed", "type": "terraform_data", "name": "a",
               "instances": [{"attributes": {"input": "hunter2-hunter2"}}]}], "check_results": null}
            """.formatted(serial, lineage);
    }

    private void assertEnds(int exit, String verdict, String reason) throws IOException {
        Host seen = host.host();
        int code = new CommandLine(new TofuStatePushCommand(seen))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .execute("attic", "--confirm", "push-errored-attic-5");
        assertEquals(exit, code, host::out);
        assertEquals(verdict, host.outputs().get("verdict"), host::out);
        assertEquals(reason, host.outputs().get("failure-reason"), host::out);
        assertFalse(host.out().contains("hunter2"), "a value of the state");
        assertTrue(proxy.requests().stream()
                .allMatch(request -> List.of("GET", "HEAD").contains(request.method())));
    }

    @Test
    void withoutAFileThereIsNothingToPush() throws IOException {
        host.with("GF_ERRORED_STATE", "");
        assertEnds(2, "INVALID", "input-errored-state");
        host.with("GF_ERRORED_STATE", "absent.tfstate");
        assertEnds(2, "INVALID", "X1");
        assertEquals(List.of(), proxy.requests());
    }

    @Test
    void aBackendThatIsRefusedIsNotAsked() throws IOException {
        host.with("GF_EXPECT_KEY", "other/terraform.tfstate");
        assertEnds(4, "REFUSED", "X0");
        assertEquals(List.of(), proxy.requests());
    }

    @Test
    void anHttpBackendIsRefused() throws IOException {
        Files.writeString(folder.resolve("tofu/stacks/attic/main.tf"), "terraform {\n  backend \"http\" {}\n}\n");
        Files.writeString(folder.resolve("backend.hcl"), "address = \"http://tofu-state.nix-cache.svc:8080/attic\"\n");
        host.with("GF_ENDPOINT_OVERRIDE", "").with("GF_ALLOW", "http-compat");
        assertEnds(4, "REFUSED", "X0");
    }

    @Test
    void anEncryptedStateInTheStoreIsNotOverwrittenWithClearText() throws IOException {
        store.put("tofu-state", KEY, """
            {"serial": 4, "lineage": "l-1", "meta": {}, "encrypted_data": "AAAA", "encryption_version": "v0"}
            """.getBytes(StandardCharsets.UTF_8));
        assertEnds(4, "REFUSED", "X2");
        assertTrue(host.out().contains("clear text in its place"), host.out());
    }

    @Test
    void withoutCredentialsTheStoreIsUnreachable() throws IOException {
        host.with("GF_ACCESS_KEY", "").with("GF_SECRET_KEY", "");
        assertEnds(3, "UNREACHABLE", "X2");
    }

    @Test
    void aStoreThatLiesIsRefusedBeforeOpenTofuIsLookedFor() throws IOException {
        proxy.on(Match.listBuckets(), Faults.emptyListBuckets());
        assertEnds(4, "REFUSED", "X2");
    }

    @Test
    void withoutOpenTofuNothingIsAsked() throws IOException {
        host.with("PATH", "/nowhere");
        assertEnds(2, "INVALID", "input-tofu");
        assertEquals(List.of(), proxy.requests());
    }

    @Test
    void aForeignLineageIsInvalid() throws IOException {
        Files.writeString(folder.resolve("errored.tfstate"), state(5, "l-2"));
        assertEnds(2, "INVALID", "X2");
    }
}
