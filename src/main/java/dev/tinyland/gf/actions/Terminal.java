package dev.tinyland.gf.actions;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the process talks with a person. Java's own answer, {@link System#console}, looks for implementations of
 * consoles in every module first, which takes longer than reading a workflow; where the system tells at once what the
 * standard streams are, it is believed.
 */
final class Terminal {
    private Terminal() {}

    /** What one standard stream is. */
    enum Stream {
        TERMINAL,
        OTHER,
        UNKNOWN
    }

    /**
     * Whether standard input and output are a terminal.
     *
     * @param descriptors a folder with a link for each open file, as Linux has it
     */
    static boolean isThere(Path descriptors) {
        return switch (stream(descriptors.resolve("1"))) {
            case OTHER -> false;
            case UNKNOWN -> console();
            case TERMINAL ->
                switch (stream(descriptors.resolve("0"))) {
                    case TERMINAL -> true;
                    case OTHER -> false;
                    case UNKNOWN -> console();
                };
        };
    }

    static Stream stream(Path link) {
        String target;
        try {
            target = Files.readSymbolicLink(link).toString();
        } catch (IOException | UnsupportedOperationException notLinux) {
            return Stream.UNKNOWN;
        }
        if (target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")) {
            return Stream.TERMINAL;
        }
        return target.startsWith("pipe:") || target.startsWith("socket:") || target.equals("/dev/null")
                ? Stream.OTHER
                : Stream.UNKNOWN;
    }

    /** Without a terminal a console may be missing all the same, as seen with Temurin 25 started from source. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean console() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
