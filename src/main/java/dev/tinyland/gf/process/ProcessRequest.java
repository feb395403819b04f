package dev.tinyland.gf.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to run.
 *
 * @param command the program and its arguments; no secret may stand in it, for every process of the machine sees it
 * @param environment the whole environment of the child; nothing is inherited
 * @param input bytes for its standard input
 * @param timeout after which it is asked to end, and killed when it does not
 * @param grace between being asked to end and being killed
 * @param largestOutput bytes kept of each stream; the rest is read, counted and dropped
 * @param apart whether it is kept out of our process group, so that Ctrl-C on a terminal, which goes to the whole group,
 *     does not reach it beside the one signal we pass on
 */
public record ProcessRequest(
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Optional<String> input,
        Duration timeout,
        Duration grace,
        int largestOutput,
        boolean apart) {
    private static final int USUAL_OUTPUT = 32 * 1024 * 1024;

    public ProcessRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("no command");
        }
    }

    /** No input, five seconds of grace, 32 MiB of output. */
    public static ProcessRequest of(
            List<String> command, Path directory, Map<String, String> environment, Duration timeout) {
        return new ProcessRequest(
                command, directory, environment, Optional.empty(), timeout, Duration.ofSeconds(5), USUAL_OUTPUT, false);
    }

    public ProcessRequest withGrace(Duration time) {
        return new ProcessRequest(command, directory, environment, input, timeout, time, largestOutput, apart);
    }

    public ProcessRequest withLargestOutput(int bytes) {
        return new ProcessRequest(command, directory, environment, input, timeout, grace, bytes, apart);
    }

    public ProcessRequest withInput(String text) {
        return new ProcessRequest(
                command, directory, environment, Optional.of(text), timeout, grace, largestOutput, apart);
    }

    /** Outside our process group, where the machine has {@code setsid}; macOS has none. */
    public ProcessRequest keptApart() {
        return new ProcessRequest(command, directory, environment, input, timeout, grace, largestOutput, true);
    }
}
