package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Interrupts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs the linter inside this process, with an environment of its own. */
final class Cli {
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>(searchPath());
    private boolean terminal;
    private String input = "";

    Cli(Path directory) {
        this.directory = directory;
    }

    /** Where git is found; nothing else of this process's environment takes part. */
    private static Map<String, String> searchPath() {
        String path = System.getenv("PATH");
        return path == null ? Map.of() : Map.of("PATH", path);
    }

    Cli with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Cli onTerminal() {
        terminal = true;
        return this;
    }

    /** What stands on standard input. */
    Cli typing(String text) {
        input = text;
        return this;
    }

    /** What a run gave. */
    record Ran(int exit, String out, String err) {}

    Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Interrupts never = Interrupts.none();
        Host host = new Host(
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                directory,
                Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
                terminal,
                never);
        int exit = LintCommands.program(host).execute(arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
