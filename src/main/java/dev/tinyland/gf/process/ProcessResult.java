package dev.tinyland.gf.process;

import java.time.Duration;

/** How a child process ended. */
public sealed interface ProcessResult {

    /**
     * It ended by itself.
     *
     * @param truncated whether a stream was longer than what was kept of it
     */
    record Exited(int code, String out, String err, boolean truncated, Duration duration) implements ProcessResult {
        public boolean succeeded() {
            return code == 0 && !truncated;
        }
    }

    /** It was ended for taking too long; what it had said until then. */
    record TimedOut(Duration timeout, String out, String err) implements ProcessResult {}

    /** There is no such program, or it cannot be run. */
    record NotStarted(String program) implements ProcessResult {}
}
