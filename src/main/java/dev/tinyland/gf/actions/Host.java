package dev.tinyland.gf.actions;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a tool sees of the machine it runs on.
 *
 * @param environment the environment variables
 * @param directory the directory relative paths start from
 * @param terminal whether standard input and output are a terminal
 */
public record Host(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Clock clock,
        boolean terminal,
        Interrupts interrupts) {

    public Host {
        environment = Map.copyOf(environment);
    }

    /** The real one. */
    public static Host ofProcess() {
        return new Host(
                System.getenv(),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                Terminal.isThere(Path.of("/proc/self/fd")),
                new ShutdownInterrupts());
    }

    /** An environment variable that is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether this is a step of a GitHub Actions job. */
    public boolean inActions() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
