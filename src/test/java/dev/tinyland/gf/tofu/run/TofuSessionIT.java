package dev.tinyland.gf.tofu.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.HttpStateServer;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.tofu.TofuProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real OpenTofu on a stack without providers, its state behind the http backend. */
@Timeout(120)
class TofuSessionIT {
    private static final String STACK = """
        terraform {
          backend "http" {}
        }

        variable "word" {
          default = "one"
        }

        resource "terraform_data" "one" {
          input = var.word
        }
        """;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> progress = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aStack() throws IOException {
        Files.createDirectories(folder.resolve("stack"));
        Files.createDirectories(folder.resolve("temporary"));
        Files.writeString(folder.resolve("stack/main.tf"), STACK);
    }

    @Test
    void aStackIsInitializedPlannedShownAppliedAndPulled() throws IOException, InterruptedException {
        try (HttpStateServer store = HttpStateServer.start();
                TofuSession session = open(new ProcessRunner(Interrupts.none(), new Redactor()), program())) {
            Path backend = backend(store.url());
            assertTrue(ended(session.init(backend)).succeeded());
            Path plan = folder.resolve("temporary/plan.tfplan");
            TofuResult.Ended planned = ended(session.plan(request(plan)));
            assertEquals(2, planned.exitCode(), planned::toString);
            assertTrue(progress.stream().anyMatch(text -> text.contains("terraform_data.one: Plan to create")));
            Path json = secretFile("plan.json");
            assertTrue(ended(session.showJson(plan, json)).succeeded());
            assertTrue(Files.readString(json).startsWith("{\"format_version\":\"1.2\""));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(json)));
            Path text = secretFile("plan.txt");
            assertTrue(ended(session.showText(plan, text)).succeeded());
            assertTrue(Files.readString(text).contains("Plan: 1 to add"), Files.readString(text));
            assertTrue(ended(session.apply(plan, "10s")).succeeded());
            Path state = secretFile("state.json");
            assertTrue(ended(session.pull(state)).succeeded());
            assertTrue(Files.readString(state).contains("\"terraform_data\""));
        }
        assertTrue(isEmptyButForPlans(), "the data directory is gone");
        assertFalse(Files.exists(folder.resolve("stack/.terraform")), "nothing is left in the stack's folder");
    }

    @Test
    void aLockThatIsHeldNamesItsHolder() throws IOException, InterruptedException {
        try (HttpStateServer store = HttpStateServer.start();
                TofuSession session = open(new ProcessRunner(Interrupts.none(), new Redactor()), program())) {
            store.lock("{\"ID\":\"abc\",\"Operation\":\"OperationTypeApply\",\"Who\":\"somebody@elsewhere\","
                    + "\"Version\":\"1.12.6\",\"Created\":\"2026-11-21T10:00:00.5Z\"}");
            assertTrue(ended(session.init(backend(store.url()))).succeeded());
            TofuResult planned = session.plan(request(folder.resolve("temporary/plan.tfplan")));
            Diagnosis diagnosis = Diagnosis.of(planned.diagnostics());
            assertEquals(
                    "somebody@elsewhere",
                    assertInstanceOf(Diagnosis.Locked.class, diagnosis, planned::toString)
                            .lock()
                            .who());
        }
    }

    @Test
    void aConfigurationThatIsWrongIsShownWithItsPlace() throws IOException, InterruptedException {
        try (HttpStateServer store = HttpStateServer.start();
                TofuSession session = open(new ProcessRunner(Interrupts.none(), new Redactor()), program())) {
            assertTrue(ended(session.init(backend(store.url()))).succeeded());
            Files.writeString(folder.resolve("stack/main.tf"), STACK.replace("var.word", "var.other"));
            TofuResult.Ended planned = ended(session.plan(request(folder.resolve("temporary/plan.tfplan"))));
            assertEquals(1, planned.exitCode());
            Diagnosis.Configuration wrong =
                    assertInstanceOf(Diagnosis.Configuration.class, Diagnosis.of(planned.diagnostics()));
            assertTrue(wrong.said().startsWith("main.tf:10: Reference to undeclared input variable"), wrong::said);
        }
    }

    @Test
    void aBackendFileOfAnotherFamilyIsAMismatch() throws IOException, InterruptedException {
        Path file = folder.resolve("backend.s3.hcl");
        Files.writeString(file, "bucket = \"tofu-state\"\nkey = \"a\"\n");
        try (TofuSession session = open(new ProcessRunner(Interrupts.none(), new Redactor()), program())) {
            TofuResult result = session.init(file);
            assertInstanceOf(Diagnosis.BackendMismatch.class, Diagnosis.of(result.diagnostics()), result::toString);
        }
    }

    @Test
    void endedFromOutsideDuringAnApplyItKeepsStateAndReleasesTheLock() throws Exception {
        Files.writeString(folder.resolve("stack/main.tf"), STACK + """

            resource "terraform_data" "slow" {
              input      = "two"
              depends_on = [terraform_data.one]
              provisioner "local-exec" {
                command = "sleep 60"
              }
            }
            """);
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
        CompletableFuture<String> started = new CompletableFuture<>();
        ProcessRunner runner = new ProcessRunner(
                action -> {
                    end.set(action);
                    return () -> {};
                },
                new Redactor());
        ProcessRunner calm = new ProcessRunner(Interrupts.none(), new Redactor());
        try (HttpStateServer store = HttpStateServer.start()) {
            Path plan = folder.resolve("temporary/plan.tfplan");
            try (TofuSession session = open(calm, program())) {
                assertTrue(ended(session.init(backend(store.url()))).succeeded());
                assertEquals(2, ended(session.plan(request(plan))).exitCode());
            }
            try (TofuSession session = TofuSession.open(
                    runner,
                    program(),
                    folder.resolve("stack"),
                    folder.resolve("temporary"),
                    environment(),
                    "default",
                    (type, text) -> {
                        if (type.equals("provision_start")) {
                            started.complete(text);
                        }
                    })) {
                CompletableFuture<TofuResult> applied = new CompletableFuture<>();
                Thread worker = Thread.ofVirtual().start(() -> {
                    try {
                        session.init(backend(store.url()));
                        applied.complete(session.apply(plan, "10s"));
                    } catch (IOException | InterruptedException e) {
                        applied.completeExceptionally(e);
                    }
                });
                started.get();
                end.get().run();
                worker.join();
                assertEquals(1, ended(applied.get()).exitCode());
                assertTrue(
                        store.state().orElse("").contains("\"name\":\"one\""),
                        () -> "what was made is in the state: " + store.state());
                assertFalse(store.isLocked(), "the lock is released");
                assertFalse(Files.exists(folder.resolve("stack/errored.tfstate")));
            }
        }
    }

    @Test
    void theProgramBesideAScriptIsFoundFirst() throws IOException, InterruptedException {
        Path setUp = Files.createDirectories(folder.resolve("set-up"));
        Path script = Files.writeString(setUp.resolve("tofu"), "#!/usr/bin/env node\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> path = Map.of("PATH", setUp + ":/usr/bin:/bin");
        ProcessRunner runner = new ProcessRunner(Interrupts.none(), new Redactor());
        assertInstanceOf(TofuProgram.Script.class, TofuProgram.find(runner, path, folder));
        Files.createSymbolicLink(setUp.resolve("tofu-bin"), TestTools.tofu(getClass()));
        TofuProgram found = TofuProgram.find(
                runner, Map.of("PATH", setUp + ":/usr/bin:/bin", "TOFU_CLI_PATH", setUp.toString()), folder);
        assertEquals(
                setUp.resolve("tofu-bin"),
                assertInstanceOf(TofuProgram.Found.class, found).path());
    }

    private TofuSession open(ProcessRunner runner, TofuProgram.Found program) throws IOException {
        return TofuSession.open(
                runner,
                program,
                folder.resolve("stack"),
                folder.resolve("temporary"),
                environment(),
                "default",
                (_, text) -> progress.add(text));
    }

    private Map<String, String> environment() {
        return TofuEnvironment.of(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()), true);
    }

    private TofuProgram.Found program() throws IOException, InterruptedException {
        Path bin = TestTools.tofu(getClass()).getParent();
        return assertInstanceOf(
                TofuProgram.Found.class,
                TofuProgram.find(
                        new ProcessRunner(Interrupts.none(), new Redactor()),
                        Map.of("PATH", bin + ":/usr/bin:/bin"),
                        folder));
    }

    private Path backend(String url) throws IOException {
        return Files.writeString(
                folder.resolve("backend.http.hcl"),
                "address = \"%s\"\nlock_address = \"%s\"\nunlock_address = \"%s\"\n".formatted(url, url, url));
    }

    private static PlanRequest request(Path plan) {
        return new PlanRequest(plan, List.of(), List.of(), List.of(), List.of(), false, true, true, "0s");
    }

    private Path secretFile(String name) throws IOException {
        return Files.createFile(
                folder.resolve("temporary").resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private boolean isEmptyButForPlans() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("temporary"))) {
            return entries.allMatch(Files::isRegularFile);
        }
    }

    private static TofuResult.Ended ended(TofuResult result) {
        return assertInstanceOf(TofuResult.Ended.class, result);
    }
}
