package dev.tinyland.gf.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process of a test, with exactly the environment the test names and a time limit. */
public final class ChildProcess {
    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private Path folder = Path.of("").toAbsolutePath();
    private Duration limit = Duration.ofMinutes(2);

    private ChildProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    public static ChildProcess of(String... command) {
        return new ChildProcess(List.of(command));
    }

    public static ChildProcess of(List<String> command) {
        return new ChildProcess(command);
    }

    /**
     * The whole program in a JVM of its own, which a test can end by signals. A test that is itself run in the background
     * ignores SIGINT, and hands that on; here it is what it is by default.
     */
    public static ChildProcess ofGf(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tinyland.gf.Gf"));
        command.addAll(arguments);
        return new ChildProcess(command);
    }

    public ChildProcess in(Path newFolder) {
        folder = newFolder;
        return this;
    }

    public ChildProcess within(Duration newLimit) {
        limit = newLimit;
        return this;
    }

    public ChildProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public ChildProcess with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Takes over variables of this JVM's environment, where they are set. */
    public ChildProcess inheriting(String... variables) {
        for (String variable : variables) {
            String value = System.getenv(variable);
            if (value != null) {
                environment.put(variable, value);
            }
        }
        return this;
    }

    /**
     * Runs to the end.
     *
     * @throws AssertionError when the limit passes; the process and its children are ended first
     */
    public CommandResult run() throws IOException, InterruptedException {
        Path output = Files.createTempFile("gf-out", ".txt");
        Path errors = Files.createTempFile("gf-err", ".txt");
        try {
            Process process = start(output, errors);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
                throw new AssertionError("no end after " + limit + ": " + command + "\n" + read(output) + read(errors));
            }
            return new CommandResult(process.exitValue(), read(output), read(errors));
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    /** Starts without waiting; the streams go to the two files, standard input is empty. */
    public Process start(Path output, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(output.toFile());
        builder.redirectError(errors.toFile());
        return builder.start();
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
