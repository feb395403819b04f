package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * What decides, in the script itself, whether a command runs: a condition of {@code if} or {@code while}, the left side of
 * {@code &&} or {@code ||}, the subject of a {@code case}, or an earlier test that leaves the script.
 *
 * @param condition the text of the condition, at most its first 2,000 characters
 */
public record Guard(Fragment condition, Outcome outcome) {

    /** What the condition must give for the command to run. */
    public enum Outcome {
        HOLDS,
        FAILS,
        /** The subject of a {@code case} matches the pattern of the command's branch. */
        MATCHES
    }

    public String text() {
        return condition.text();
    }

    public Span span() {
        return condition.span();
    }
}
