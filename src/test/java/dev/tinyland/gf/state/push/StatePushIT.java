package dev.tinyland.gf.state.push;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MinioServer;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.testing.fault.Fault;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.fault.Outcome;
import dev.tinyland.gf.testing.fault.ProxyRequest;
import dev.tinyland.gf.testing.fault.StoreModes;
import dev.tinyland.gf.text.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The push with the real OpenTofu and a real store behind the fault proxy. The errored.tfstate is a real one: an apply
 * whose writes of the state the proxy refuses.
 */
class StatePushIT {
    private static final String KEY = "attic/terraform.tfstate";
    private static final String PLANTED = "hunter2-planted-value";
    private static final String PUSH = "push-errored-attic-";

    @TempDir
    private static Path shared = Path.of("");

    private static MinioServer store;

    @TempDir
    private Path folder = Path.of("");

    private FaultProxy proxy;
    private Path tofu = Path.of("");
    private Path errored = Path.of("");
    private long serial;

    @BeforeAll
    static void startStore() throws Exception {
        store = MinioServer.start(shared, "tofu-state", "attic");
    }

    @AfterAll
    static void stopStore() throws Exception {
        store.close();
    }

    /** A first apply that is kept, and a second one whose state cannot be written. */
    @BeforeEach
    void anApplyThatCouldNotPersistItsState() throws Exception {
        tofu = TestTools.tofu(getClass());
        proxy = FaultProxy.before(URI.create(store.url()));
        Path stack = Files.createDirectories(folder.resolve("tofu/stacks/attic"));
        Files.writeString(stack.resolve("main.tf"), configuration(1));
        tofu(0, "init", "-input=false", "-no-color", "-backend-config=" + backendFile());
        tofu(0, "apply", "-input=false", "-no-color", "-auto-approve");
        Files.writeString(stack.resolve("main.tf"), configuration(3));
        proxy.on(Match.object("PUT", ".tfstate"), Faults.status(500, "InternalError"));
        tofu(1, "apply", "-input=false", "-no-color", "-auto-approve");
        proxy.heal();
        errored = stack.resolve("errored.tfstate");
        String text = Files.readString(errored);
        serial = Long.parseLong(text.replaceAll("(?s).*\"serial\": ?(\\d+).*", "$1"));
        proxy.forget();
    }

    @AfterEach
    void clear() throws Exception {
        proxy.close();
        store.remove("tofu-state", KEY);
        store.remove("tofu-state", KEY + ".tflock");
    }

    private static String configuration(int count) {
        return """
            terraform {
              backend "s3" {}
            }

            resource "terraform_data" "one" {
              count = %d
              input = "%s-${count.index}"
            }
            """.formatted(count, PLANTED);
    }

    private Path backendFile() throws IOException {
        return Files.writeString(
                folder.resolve("backend.hcl"),
                BackendText.forTofu("attic", proxy.uri().toString()) + "max_retries = 1\n");
    }

    private String tofu(int expected, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(tofu.toString(), "-chdir=" + folder.resolve("tofu/stacks/attic")));
        command.addAll(List.of(arguments));
        CommandResult result = ChildProcess.of(command)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("CHECKPOINT_DISABLE", "1")
                .with("AWS_ACCESS_KEY_ID", MinioServer.ACCESS_KEY)
                .with("AWS_SECRET_ACCESS_KEY", MinioServer.SECRET_KEY)
                .run();
        assertEquals(expected, result.exitCode(), () -> result.output() + result.errors());
        return result.output();
    }

    private TestHost push(String... arguments) throws Exception {
        Files.createDirectories(folder.resolve("config"));
        TestHost host = new TestHost(folder)
                .inActions()
                .with("PATH", tofu.getParent() + ":/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("GF_CONFIG_FILE", backendFile().toString())
                .with("GF_ENDPOINT_OVERRIDE", proxy.uri().toString())
                .with("GF_ERRORED_STATE", errored.toString())
                .with("GF_ACCESS_KEY", MinioServer.ACCESS_KEY)
                .with("GF_SECRET_KEY", MinioServer.SECRET_KEY);
        Host seen = host.host();
        List<String> command = new ArrayList<>(List.of("attic"));
        command.addAll(List.of(arguments));
        int exit = new CommandLine(new TofuStatePushCommand(seen))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .execute(command.toArray(String[]::new));
        assertEquals(host.outputs().get("exit-code"), Integer.toString(exit), host::out);
        assertFalse(host.out().contains(PLANTED), "a value of the state is printed");
        assertFalse(host.summary().contains(PLANTED), "a value of the state is in the summary");
        return host;
    }

    private TestHost confirmed() throws Exception {
        return push("--confirm", PUSH + serial);
    }

    private void assertEnds(String verdict, String reason, TestHost host) throws IOException {
        assertEquals(verdict, host.outputs().get("verdict"), host::out);
        assertEquals(reason, host.outputs().get("failure-reason"), host::out);
    }

    private boolean wroteAnything() {
        return proxy.requests().stream()
                .anyMatch(seen -> seen.method().equals("PUT") && seen.target().contains(".tfstate"));
    }

    @Test
    void withoutConfirmationEveryCheckIsMadeAndThePhraseIsSaid() throws Exception {
        TestHost host = push();
        assertEnds("REFUSED", "X6", host);
        assertTrue(host.out().contains("confirm: " + PUSH + serial), host::out);
        assertEquals(PUSH + serial, host.outputs().get("confirm-phrase"));
        try (Stream<Path> left = Files.list(folder.resolve("runner-temp"))) {
            List<Path> states = left.filter(path -> path.toString().contains("gf-state-backup"))
                    .toList();
            assertEquals(List.of(), states, "no copy of the state lies about");
        }
        assertFalse(wroteAnything(), proxy.requests()::toString);
        assertEnds("REFUSED", "X6", push("--confirm", PUSH + (serial + 1)));
        assertFalse(wroteAnything(), proxy.requests()::toString);
    }

    @Test
    void aConfirmedPushIsReadBackAndTheFileStaysWhereItWas() throws Exception {
        byte[] before = Files.readAllBytes(errored);
        TestHost host = confirmed();
        assertEnds("PUSHED", "", host);
        assertArrayEquals(before, Files.readAllBytes(errored));
        Map<String, String> outputs = host.outputs();
        Path backup = Path.of(Objects.requireNonNull(outputs.get("backup-path")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertTrue(Files.readString(backup).replace(" ", "").contains("\"serial\":1,"), "what was there before");
        assertEquals(Sha256.hex(Files.readAllBytes(backup)), outputs.get("backup-sha256"));
        assertEquals(Long.toString(serial + 1), outputs.get("serial-after"), "OpenTofu counts up when it pushes");
        assertFalse(store.holds("tofu-state", KEY + ".tflock"), "the lock is gone");
        assertTrue(tofu(0, "plan", "-input=false", "-no-color").contains("No changes"));
    }

    @Test
    void aStateThatIsThereAlreadyNeedsNoPush() throws Exception {
        confirmed();
        proxy.forget();
        assertEnds("NOT_NEEDED", "", push());
        assertFalse(wroteAnything());
    }

    @Test
    void duringTheIncidentAnObjectThatAnswers404IsRefusedWhereOpenTofuWouldPush() throws Exception {
        Match object =
                Match.when(request -> request.readsAnObject() && request.key().equals(KEY));
        proxy.on(object, Faults.get404("NoSuchKey"));
        TestHost host = confirmed();
        assertEnds("REFUSED", "X2", host);
        assertTrue(host.out().contains("calls-disagree"), host::out);
        assertFalse(wroteAnything());
        assertTrue(Files.exists(errored));
    }

    @Test
    void anAbsentObjectIsRefusedAndThereIsNoWayAroundIt() throws Exception {
        store.remove("tofu-state", KEY);
        TestHost host = confirmed();
        assertEnds("REFUSED", "X2", host);
        assertTrue(host.out().contains("OpenTofu would accept any state here"), host::out);
        assertFalse(wroteAnything());
    }

    @Test
    void aLostBucketIsRefused() throws Exception {
        proxy.mode(StoreModes.rustfs101BucketLost(3));
        assertEnds("REFUSED", "X2", confirmed());
        proxy.heal().mode(StoreModes.rustfsBeta8Latch());
        assertEnds("REFUSED", "X2", confirmed());
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnreachable() throws Exception {
        proxy.mode(StoreModes.rustfsRcLatch());
        assertEnds("UNREACHABLE", "X2", confirmed());
        proxy.heal().on(Match.any(), Faults.status(403, "AccessDenied"));
        assertEnds("UNREACHABLE", "X2", confirmed());
    }

    @Test
    void aBucketThatIsLostBetweenTheChecksAndThePushStopsIt() throws Exception {
        push();
        long asked = proxy.requests().stream()
                .filter(seen -> seen.method().equals("HEAD") && seen.target().endsWith(KEY))
                .count();
        proxy.on(Match.object("HEAD", KEY).after((int) asked), Faults.head404());
        TestHost host = confirmed();
        assertEnds("REFUSED", "X6", host);
        assertTrue(host.out().contains("changed between the checks and the push"), host::out);
        assertFalse(wroteAnything());
    }

    @Test
    void aForeignLineageIsInvalid() throws Exception {
        Files.writeString(
                errored,
                Files.readString(errored).replaceAll("\"lineage\": ?\"[^\"]+\"", "\"lineage\": \"0badc0de-0000\""));
        TestHost host = confirmed();
        assertEnds("INVALID", "X2", host);
        assertFalse(wroteAnything());
    }

    @Test
    void anOlderSerialOrTheSameWithOtherContentIsRefused() throws Exception {
        String text = Files.readString(errored);
        Files.writeString(errored, text.replaceFirst("\"serial\": ?\\d+", "\"serial\": 0"));
        assertEnds("REFUSED", "X3", push());
        Files.writeString(errored, text.replaceFirst("\"serial\": ?\\d+", "\"serial\": 1"));
        TestHost same = push();
        assertEnds("REFUSED", "X3", same);
        assertTrue(same.out().contains("their contents differ"), same::out);
        assertFalse(wroteAnything());
    }

    @Test
    void aFileThatIsNoWholeStateIsInvalidAndNothingIsContacted() throws Exception {
        String text = Files.readString(errored);
        Map<String, String> broken = Map.of(
                "cut off", text.substring(0, text.length() / 2),
                "empty", "",
                "byte order mark", "\uFEFF" + text,
                "encrypted", "{\"serial\": 2, \"lineage\": \"l\", \"encrypted_data\": \"AA==\"}",
                "another version", "{\"version\": 3}");
        for (Map.Entry<String, String> each : broken.entrySet()) {
            Files.writeString(errored, each.getValue());
            TestHost host = push();
            assertEnds("INVALID", "X1", host);
            assertEquals(List.of(), proxy.requests(), each.getKey());
        }
    }

    @Test
    void twoErroredStatesInAFolderAreNotChosenBetween() throws Exception {
        Path other = Files.createDirectories(folder.resolve("tofu/stacks/attic/other"));
        Files.copy(errored, other.resolve("errored.tfstate"));
        errored = folder.resolve("tofu");
        TestHost host = push();
        assertEnds("INVALID", "X1", host);
        assertTrue(host.out().contains("2 errored.tfstate lie there"), host::out);
        Files.delete(other.resolve("errored.tfstate"));
        assertEnds("REFUSED", "X6", push());
    }

    @Test
    void aHeldLockIsRefusedWithItsOwner() throws Exception {
        proxy.on(Match.object("GET", ".tflock"), Faults.swapBody("application/json", """
            {"ID":"5a9c-lock","Operation":"OperationTypeApply","Who":"runner@pod-1","Version":"1.12.6",
             "Created":"2026-11-21T10:00:00Z","Path":"x"}
            """));
        TestHost host = confirmed();
        assertEnds("REFUSED", "X4", host);
        assertTrue(host.out().contains("runner@pod-1 since 2026-11-21T10:00:00Z"), host::out);
    }

    @Test
    void aStoreThatRefusesTheWriteIsAFailedPushThatKeepsEverything() throws Exception {
        proxy.on(Match.object("PUT", ".tfstate"), Faults.status(500, "InternalError"));
        TestHost host = confirmed();
        assertEnds("PUSH_FAILED", "X6", host);
        assertTrue(Files.exists(errored));
        assertTrue(Files.exists(Path.of(Objects.requireNonNull(host.outputs().get("backup-path")))));
    }

    @Test
    void aStoreThatConfirmsAndDropsTheWriteIsUnverified() throws Exception {
        proxy.on(Match.object("PUT", ".tfstate"), Faults.ackPutButDrop());
        assertEnds("PUSH_UNVERIFIED", "X7", confirmed());
    }

    @Test
    void aReadbackThatLiesIsUnverified() throws Exception {
        AtomicReference<Optional<Outcome.Reply>> old = new AtomicReference<>(Optional.empty());
        Fault lie = (ProxyRequest request, Fault.Upstream upstream) -> {
            Outcome.Reply now = upstream.forward(request);
            return old.updateAndGet(first -> first.or(() -> Optional.of(now))).orElseThrow();
        };
        proxy.on(Match.object("GET", KEY), lie);
        assertEnds("PUSH_UNVERIFIED", "X7", confirmed());
    }
}
