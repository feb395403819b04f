package dev.tinyland.gf.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks git about the repository a folder stands in, never for longer than it has patience and never for more than it can keep.
 * It is never asked to write.
 */
public final class Git {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What says which configuration is the caller's, {@code safe.directory} above all. */
    private static final Set<String> CONFIGURATION = Set.of(
            "XDG_CONFIG_HOME",
            "GIT_CONFIG_GLOBAL",
            "GIT_CONFIG_SYSTEM",
            "GIT_CONFIG_NOSYSTEM",
            "GIT_CONFIG_COUNT",
            "GIT_DISCOVERY_ACROSS_FILESYSTEM");

    private final String program;
    private final ProcessRunner runner;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * The git of the PATH, asked for a minute at most.
     *
     * @param environment ours; git gets what a program needs to run, and its own configuration
     */
    public Git(ProcessRunner runner, Map<String, String> environment) {
        this("git", runner, environment, PATIENCE);
    }

    /** @param program by name or path */
    public Git(String program, ProcessRunner runner, Map<String, String> environment, Duration patience) {
        this.program = program;
        this.runner = runner;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /** git ended badly, could not be started or asked to its end; the message is one line for people. */
    public static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int exit;

        FailedException(int exit, String message) {
            super(message);
            this.exit = exit;
        }

        /** Its exit code; -1 where there is no whole answer of git's own. */
        public int exit() {
            return exit;
        }

        /** Whether git itself said no; otherwise nobody knows what it would have said. */
        public boolean answered() {
            return exit >= 0;
        }
    }

    /** What git prints. */
    public String ask(Path folder, String... arguments) throws FailedException, InterruptedException {
        Optional<Path> found = Programs.find(program, environment);
        if (found.isEmpty()) {
            throw new FailedException(-1, "there is no git on the PATH");
        }
        List<String> command = new ArrayList<>();
        command.add(found.get().toString());
        command.addAll(List.of(arguments));
        return switch (runner.run(ProcessRequest.of(command, folder, environment(), patience))) {
            case ProcessResult.NotStarted _ -> throw new FailedException(-1, "git cannot be started");
            case ProcessResult.TimedOut _ ->
                throw new FailedException(-1, "git gave no answer within " + patience.toSeconds() + " s");
            case ProcessResult.Exited exited
            when exited.code() != 0 -> {
                String message = exited.err().strip();
                throw new FailedException(
                        exited.code(),
                        message.isEmpty()
                                ? "exit " + exited.code()
                                : message.lines().findFirst().orElseThrow());
            }
            case ProcessResult.Exited exited
            when exited.truncated() -> throw new FailedException(-1, "its answer is too long to be kept");
            case ProcessResult.Exited exited -> exited.out();
        };
    }

    /** What git prints with {@code -z}: names that end in NUL. */
    public List<String> names(Path folder, String... arguments) throws FailedException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (String name : ask(folder, arguments).split("\0")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Of git's variables only the configuration's: those a hook sets would point it at another repository. */
    private Map<String, String> environment() {
        Map<String, String> additions = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (CONFIGURATION.contains(name)
                    || name.startsWith("GIT_CONFIG_KEY_")
                    || name.startsWith("GIT_CONFIG_VALUE_")) {
                additions.put(name, value);
            }
        });
        additions.put("LC_ALL", "C");
        // Some questions refresh the index on the way, and a partial clone may ask a person for a password.
        additions.put("GIT_OPTIONAL_LOCKS", "0");
        additions.put("GIT_TERMINAL_PROMPT", "0");
        return CleanEnvironment.of(environment, additions);
    }
}
