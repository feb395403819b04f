package dev.tinyland.gf.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessRunnerTests {
    private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    private Path folder = Path.of("");

    private final ProcessRunner runner = new ProcessRunner(Interrupts.none(), new Redactor());

    @Test
    void outputAndExitCodeAreKept() throws InterruptedException {
        ProcessResult.Exited result =
                assertInstanceOf(ProcessResult.Exited.class, runner.run(shell("echo out; echo err >&2; exit 3")));
        assertEquals(3, result.code());
        assertEquals("out\n", result.out());
        assertEquals("err\n", result.err());
    }

    @Test
    void nothingOfOurEnvironmentReachesTheChild() throws InterruptedException {
        ProcessResult.Exited result = assertInstanceOf(ProcessResult.Exited.class, runner.run(shell("env")));
        assertTrue(result.out().contains("PATH=/usr/bin:/bin"));
        assertFalse(result.out().contains("JAVA"), result.out());
        assertFalse(result.out().contains("HOME="), result.out());
    }

    @Test
    void aFloodOfOutputIsReadAndCut() throws InterruptedException {
        ProcessResult.Exited result = assertInstanceOf(
                ProcessResult.Exited.class,
                runner.run(shell("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2")
                        .withLargestOutput(1000)));
        assertEquals(0, result.code());
        assertEquals(1000, result.out().length());
        assertTrue(result.truncated());
        assertFalse(result.succeeded(), "a cut answer is no answer");
    }

    @Test
    void linesAreHandedOverOneByOneAndNothingIsKept() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        ProcessResult.Exited result = assertInstanceOf(
                ProcessResult.Exited.class, runner.run(shell("printf 'one\\ntwo\\n\\nlast'"), lines::add));
        assertEquals(List.of("one", "two", "", "last"), lines);
        assertEquals("", result.out());
    }

    @Test
    void aLineLongerThanAllowedIsCut() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        ProcessResult.Exited result = assertInstanceOf(
                ProcessResult.Exited.class,
                runner.run(
                        shell("head -c 100 /dev/zero | tr '\\0' a; echo; echo b")
                                .withLargestOutput(10),
                        lines::add));
        assertEquals(List.of("aaaaaaaaaa", "b"), lines);
        assertTrue(result.truncated());
    }

    @Test
    void outputGoesIntoAFileThatKeepsItsMode() throws InterruptedException, IOException {
        Path file = Files.createFile(
                folder.resolve("out"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assertInstanceOf(ProcessResult.Exited.class, runner.run(shell("head -c 3000000 /dev/zero"), file));
        assertEquals(3_000_000, Files.size(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aProgramKeptApartIsInNoGroupOfOursAndStaysTheSameProcess() throws InterruptedException {
        Assumptions.assumeTrue(Programs.find("setsid", PATH).isPresent(), "this machine has no setsid");
        String[] own = said(shell("ps -o pid=,pgid= -p $$").keptApart()).strip().split("\\s+");
        assertEquals(own[0], own[1], "it leads a group of its own");
    }

    private String said(ProcessRequest request) throws InterruptedException {
        return assertInstanceOf(ProcessResult.Exited.class, runner.run(request)).out();
    }

    @Test
    void aProgramThatHangsIsEnded() throws InterruptedException {
        ProcessResult result = runner.run(ProcessRequest.of(
                        List.of("/bin/sh", "-c", "trap '' TERM; echo started; while :; do :; done"),
                        folder,
                        PATH,
                        Duration.ofMillis(700))
                .withGrace(Duration.ofMillis(200)));
        assertEquals(
                "started\n",
                assertInstanceOf(ProcessResult.TimedOut.class, result).out());
    }

    @Test
    void theChildGetsOneSignalWhenWeAreEndedAndCanStillSpeak() throws InterruptedException, IOException {
        CompletableFuture<Runnable> end = new CompletableFuture<>();
        ProcessRunner interruptible = new ProcessRunner(
                action -> {
                    end.complete(action);
                    return () -> {};
                },
                new Redactor());
        Path signals = folder.resolve("signals");
        Path ready = folder.resolve("ready");
        Thread ender = Thread.ofVirtual().start(() -> {
            while (!Files.exists(ready)) {
                Thread.onSpinWait();
            }
            end.join().run();
            end.join().run();
        });
        String script =
                "trap 'echo ending; echo term >> signals; ends=1' TERM; : > ready; while [ -z \"$ends\" ]; do :; done;"
                        + " exit 5";
        ProcessResult.Exited result = assertInstanceOf(ProcessResult.Exited.class, interruptible.run(shell(script)));
        ender.join();
        assertEquals(5, result.code());
        assertEquals("ending\n", result.out(), "a closed pipe would have killed it");
        assertEquals("term\n", Files.readString(signals));
    }

    @Test
    void aProgramThatIsNotThereIsSaid() throws InterruptedException {
        ProcessResult result =
                runner.run(ProcessRequest.of(List.of("gf-no-such-program"), folder, PATH, Duration.ofSeconds(5)));
        assertEquals(new ProcessResult.NotStarted("gf-no-such-program"), result);
    }

    @Test
    void aSecretIsNeverAnArgument() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("very-secret-token"));
        ProcessRunner guarded = new ProcessRunner(Interrupts.none(), redactor);
        assertThrows(IllegalArgumentException.class, () -> guarded.run(shell("echo very-secret-token")));
    }

    @Test
    void inputReachesTheChild() throws InterruptedException {
        ProcessResult.Exited result = assertInstanceOf(
                ProcessResult.Exited.class, runner.run(shell("cat").withInput("hello")));
        assertEquals("hello", result.out());
    }

    @Test
    void programsAreFoundAsTheSystemDoesButNotInRelativeFolders() throws IOException {
        Path program = folder.resolve("tool");
        Files.createFile(program);
        assertTrue(Programs.find("tool", Map.of("PATH", folder.toString())).isEmpty(), "not executable");
        assertTrue(program.toFile().setExecutable(true));
        assertEquals(
                program,
                Programs.find("tool", Map.of("PATH", "/nowhere:" + folder)).orElseThrow());
        assertTrue(Programs.find("tool", Map.of("PATH", ".:")).isEmpty());
    }

    private ProcessRequest shell(String script) {
        return ProcessRequest.of(List.of("/bin/sh", "-c", script), folder, PATH, Duration.ofSeconds(30));
    }
}
