package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.process.ProcessRequest;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.process.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks git about a work tree, and never for longer than it has patience. It is never asked to write. */
public final class Git {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String program;
    private final ProcessRunner runner;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * Asks git for a minute at most.
     *
     * @param program by name or path
     * @param environment what git gets, but for the variables that would point it at another repository
     */
    public Git(String program, ProcessRunner runner, Map<String, String> environment) {
        this(program, runner, environment, PATIENCE);
    }

    Git(String program, ProcessRunner runner, Map<String, String> environment, Duration patience) {
        this.program = program;
        this.runner = runner;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /** git ended badly, or could not be started; the message is one line for people. */
    public static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exit;

        FailedException(int exit, String message) {
            super(message);
            this.exit = exit;
        }

        /** Its exit code; -1 where it did not run to its end. */
        public int exit() {
            return exit;
        }
    }

    /** What git prints. */
    public String ask(Path folder, String... arguments) throws FailedException {
        // A hook's variables would point git at another repository than the one asked for.
        Map<String, String> clean = new TreeMap<>(environment);
        clean.keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
        clean.put("LC_ALL", "C");
        Optional<Path> found = Programs.find(program, environment);
        if (found.isEmpty()) {
            throw new FailedException(-1, "there is no git on the PATH");
        }
        List<String> command = new ArrayList<>();
        command.add(found.get().toString());
        command.addAll(List.of(arguments));
        try {
            return switch (runner.run(ProcessRequest.of(command, folder, clean, patience))) {
                case ProcessResult.NotStarted _ -> throw new FailedException(-1, "git cannot be started");
                case ProcessResult.TimedOut _ ->
                    throw new FailedException(-1, "git gave no answer within " + patience.toSeconds() + " s");
                case ProcessResult.Exited exited
                when exited.code() != 0 -> {
                    String message = exited.err().strip();
                    throw new FailedException(
                            exited.code(), message.isEmpty() ? "exit " + exited.code() : firstLine(message));
                }
                case ProcessResult.Exited exited
                when exited.truncated() -> throw new FailedException(-1, "its answer is too long to be kept");
                case ProcessResult.Exited exited -> exited.out();
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FailedException(-1, "interrupted");
        }
    }

    /** What git prints with {@code -z}: names that end in NUL. */
    public List<String> names(Path folder, String... arguments) throws FailedException {
        List<String> names = new ArrayList<>();
        for (String name : ask(folder, arguments).split("\0")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
