package dev.tinyland.gf.tofu.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.process.ProcessRequest;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.tofu.TofuProgram;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * OpenTofu at work on one stack. It has a data directory of its own, which is removed at the end, so nothing of an earlier
 * run decides: {@code -reconfigure} and {@code -migrate-state} are never needed and never given. Commands run in the
 * stack's folder, which is where {@code errored.tfstate} would appear.
 */
public final class TofuSession implements AutoCloseable {
    /** Longer than any job of GitHub's may be. */
    private static final Duration LONGEST = Duration.ofHours(6);

    /** A plan holds at most a lock; it is given time to release it. */
    private static final Duration PLAN_GRACE = Duration.ofSeconds(30);

    /** Killing an apply loses state; whoever ended us may do that, we do not. */
    private static final Duration APPLY_GRACE = Duration.ofHours(1);

    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final int LONGEST_LINE = 8 * 1024 * 1024;
    private static final int MOST_DIAGNOSTICS = 500;
    private static final int MOST_FOREIGN = 100_000;

    private final ProcessRunner runner;
    private final TofuProgram.Found program;
    private final Path folder;
    private final Path data;
    private final Map<String, String> environment;
    private final BiConsumer<String, String> progress;
    private final ObjectMapper json = new ObjectMapper();

    private TofuSession(
            ProcessRunner runner,
            TofuProgram.Found program,
            Path folder,
            Path data,
            Map<String, String> environment,
            BiConsumer<String, String> progress) {
        this.runner = runner;
        this.program = program;
        this.folder = folder;
        this.data = data;
        this.environment = environment;
        this.progress = progress;
    }

    /**
     * Makes the data directory.
     *
     * @param folder the stack's
     * @param temporary the folder the data directory is made in
     * @param environment scrubbed, see {@link TofuEnvironment}
     * @param workspace the workspace to work in
     * @param progress takes type and text of what OpenTofu tells of its work, see its machine-readable UI
     */
    public static TofuSession open(
            ProcessRunner runner,
            TofuProgram.Found program,
            Path folder,
            Path temporary,
            Map<String, String> environment,
            String workspace,
            BiConsumer<String, String> progress)
            throws IOException {
        Path data = Files.createTempDirectory(
                temporary,
                "gf-tofu-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> complete = new TreeMap<>(environment);
        complete.put("TF_DATA_DIR", data.toString());
        if (!workspace.equals("default")) {
            complete.put("TF_WORKSPACE", workspace);
        }
        return new TofuSession(runner, program, folder, data, complete, progress);
    }

    public TofuProgram.Found program() {
        return program;
    }

    /** Where {@code errored.tfstate} would appear. */
    public Path folder() {
        return folder;
    }

    /** Initializes with a file of backend attributes; the lock file of the providers is not changed. */
    public TofuResult init(Path backendFile) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("init"));
        // Since 1.7; before, what it says is read as lines.
        if (program.version().isAtLeast(1, 7)) {
            arguments.add("-json");
        }
        arguments.addAll(List.of("-input=false", "-no-color", "-lockfile=readonly", "-backend-config=" + backendFile));
        return run(arguments, PLAN_GRACE);
    }

    /** Plans; with {@code -out} a partial plan is written even when planning fails. */
    public TofuResult plan(PlanRequest request) throws InterruptedException {
        return run(request.arguments(), PLAN_GRACE);
    }

    /**
     * Applies a saved plan. OpenTofu writes into files of ours: when we are killed, it can still end what it is at, persist its
     * state and release its lock.
     */
    public TofuResult apply(Path plan, String lockTimeout) throws IOException, InterruptedException {
        List<String> arguments =
                List.of("apply", "-json", "-input=false", "-no-color", "-lock-timeout=" + lockTimeout, plan.toString());
        Path out = Files.createFile(data.resolve("apply.out"), OURS);
        Path err = Files.createFile(data.resolve("apply.err"), OURS);
        Listener listener = new Listener();
        return result(listener, runner.run(request(arguments, APPLY_GRACE), out, err, listener::take));
    }

    /**
     * Writes a saved plan as JSON.
     *
     * @param file is there, and its mode keeps others out: the JSON holds every value in clear
     */
    public TofuResult showJson(Path plan, Path file) throws InterruptedException {
        return show(List.of("show", "-json", "-no-color", plan.toString()), file);
    }

    /** Writes a saved plan as text for people; sensitive values that kept their mark are hidden in it, others are not. */
    public TofuResult showText(Path plan, Path file) throws InterruptedException {
        return show(List.of("show", "-no-color", plan.toString()), file);
    }

    /**
     * Writes the state as the backend gives it to OpenTofu.
     *
     * @param file is there, and its mode keeps others out
     */
    public TofuResult pull(Path file) throws InterruptedException {
        return show(List.of("state", "pull"), file);
    }

    private TofuResult show(List<String> arguments, Path file) throws InterruptedException {
        ProcessResult result = runner.run(request(arguments, PLAN_GRACE), file);
        return switch (result) {
            case ProcessResult.NotStarted(String name) -> new TofuResult.NotStarted(name);
            case ProcessResult.TimedOut(Duration timeout, String _, String _) ->
                new TofuResult.TimedOut(timeout, List.of());
            case ProcessResult.Exited exited ->
                new TofuResult.Ended(
                        exited.code(), HumanDiagnostics.read(exited.err()), Map.of(), List.of(), exited.duration());
        };
    }

    private TofuResult run(List<String> arguments, Duration grace) throws InterruptedException {
        Listener listener = new Listener();
        return result(listener, runner.run(request(arguments, grace), listener::take));
    }

    private static TofuResult result(Listener listener, ProcessResult result) {
        return switch (result) {
            case ProcessResult.NotStarted(String name) -> new TofuResult.NotStarted(name);
            case ProcessResult.TimedOut(Duration timeout, String _, String _) ->
                new TofuResult.TimedOut(timeout, listener.diagnostics());
            case ProcessResult.Exited exited -> {
                List<Diagnostic> diagnostics = new ArrayList<>(listener.diagnostics());
                diagnostics.addAll(HumanDiagnostics.read(exited.err()));
                if (diagnostics.isEmpty() && exited.code() == 1) {
                    diagnostics.addAll(HumanDiagnostics.read(String.join("\n", listener.foreign())));
                }
                yield new TofuResult.Ended(
                        exited.code(), diagnostics, listener.applied(), listener.foreign(), exited.duration());
            }
        };
    }

    private ProcessRequest request(List<String> arguments, Duration grace) {
        List<String> command = new ArrayList<>(List.of(program.path().toString()));
        command.addAll(arguments);
        return ProcessRequest.of(command, folder, environment, LONGEST)
                .withGrace(grace)
                .withLargestOutput(LONGEST_LINE)
                .keptApart();
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, java.io.@org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Keeps of the message stream what is needed, whatever its length. */
    private final class Listener {
        private final List<Diagnostic> diagnostics = new ArrayList<>();
        private final List<String> foreign = new ArrayList<>();
        private final Map<String, String> applied = new TreeMap<>();

        synchronized void take(String line) {
            switch (Message.parse(json, line)) {
                case Message.Diagnosed(Diagnostic diagnostic) -> {
                    if (diagnostics.size() < MOST_DIAGNOSTICS) {
                        diagnostics.add(diagnostic);
                    }
                }
                case Message.Progress(String type, String text) -> progress.accept(type, text);
                case Message.Applied(String address, String id, String text) -> {
                    if (!id.isEmpty()) {
                        applied.put(address, id);
                    }
                    progress.accept("apply_complete", text);
                }
                case Message.Foreign(String text) -> {
                    if (foreign.size() < MOST_FOREIGN) {
                        foreign.add(text);
                    }
                }
                case Message.Other _ -> {}
            }
        }

        synchronized List<Diagnostic> diagnostics() {
            return List.copyOf(diagnostics);
        }

        synchronized Map<String, String> applied() {
            return Map.copyOf(applied);
        }

        synchronized List<String> foreign() {
            return List.copyOf(foreign);
        }
    }
}
