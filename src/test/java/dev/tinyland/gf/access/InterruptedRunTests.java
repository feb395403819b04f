package dev.tinyland.gf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.kube.TestCertificates;
import dev.tinyland.gf.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole {@code gf} process that is ended from outside while it waits for a child. */
@Timeout(120)
class InterruptedRunTests {
    /** Says that it runs, notes each signal, and ends only after one. */
    private static final String WAITING = """
        #!/bin/sh
        trap 'echo TERM >>"$0.signals"' TERM
        trap 'echo INT >>"$0.signals"' INT
        sleep 60 &
        echo started >"$0.started"
        wait
        kill $!
        exit 1
        """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aRunThatWaitsForKubectlPassesOneSignalOnAndLeavesNothing(String signal, int exit) throws Exception {
        program("kubectl");
        Instant now = Instant.now();
        KubeconfigBuilder builder = new KubeconfigBuilder();
        builder.authority = TestCertificates.certificate(
                TestCertificates.ecKey(), "authority", now.minusSeconds(60), now.plusSeconds(86_400));
        Process run = start(
                List.of("kubeconfig", "--verify", "access", "--report-dir", "report"), "GF_KUBECONFIG", builder.text());

        end(run, "kubectl", signal);

        assertEquals(exit, run.exitValue(), this::said);
        assertEquals("TERM\n", Files.readString(folder.resolve("bin/kubectl.signals")), "one signal, and no other");
        assertIncomplete();
        assertEquals(List.of(), left("gf-kubeconfig-"), "the file that kubectl was given is removed");
        assertFalse(said().contains("UNVERIFIED"), this::said);
    }

    @Test
    void aRunThatWaitsForTofuIsIncomplete() throws Exception {
        program("tofu");
        Path stack = Files.createDirectories(folder.resolve("tofu/stacks/attic"));
        Files.writeString(stack.resolve("main.tf"), "terraform {\n  backend \"s3\" {}\n}\n");
        Process run = start(List.of("tofu-preflight", "attic", "--report-dir", "report"), "GF_NONE", "");

        end(run, "tofu", "TERM");

        assertEquals(143, run.exitValue(), this::said);
        assertEquals("TERM\n", Files.readString(folder.resolve("bin/tofu.signals")));
        assertIncomplete();
        assertFalse(said().contains("NOT_READY"), this::said);
    }

    private void assertIncomplete() throws IOException {
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report/report.json").toFile());
        assertEquals("INCOMPLETE", report.path("verdict").asText(), this::said);
        assertEquals("killed", report.path("failureReason").asText());
        String outputs = Files.readString(folder.resolve("outputs"));
        String last = outputs.substring(outputs.lastIndexOf("verdict<<"));
        assertTrue(last.contains("INCOMPLETE"), outputs);
        assertTrue(said().contains("INCOMPLETE: the run was ended from outside"), this::said);
    }

    private Process start(List<String> arguments, String variable, String value) throws IOException {
        Files.createDirectories(folder.resolve("temp"));
        return ChildProcess.ofGf(arguments)
                .in(folder)
                .with("PATH", folder.resolve("bin") + ":/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_OUTPUT", folder.resolve("outputs").toString())
                .with("GITHUB_ENV", folder.resolve("exported").toString())
                .with("RUNNER_TEMP", folder.resolve("temp").toString())
                .with(variable, value)
                .start(folder.resolve("out"), folder.resolve("err"));
    }

    private void end(Process run, String program, String signal) throws Exception {
        Path started = folder.resolve("bin").resolve(program + ".started");
        while (!Files.exists(started)) {
            assertTrue(run.isAlive(), this::said);
            Thread.onSpinWait();
        }
        ChildProcess.of("/bin/kill", "-" + signal, Long.toString(run.pid())).run();
        assertTrue(run.waitFor(60, TimeUnit.SECONDS), this::said);
    }

    private void program(String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, WAITING);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> left(String prefix) throws IOException {
        try (var entries = Files.list(folder.resolve("temp"))) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith(prefix))
                    .toList();
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
