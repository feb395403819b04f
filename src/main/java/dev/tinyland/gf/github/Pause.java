package dev.tinyland.gf.github;

import java.time.Duration;

/** Waits; the one place where a call stands still because GitHub asked for it. */
@FunctionalInterface
public interface Pause {
    void sleep(Duration time) throws InterruptedException;

    /** Really. */
    static Pause real() {
        return Thread::sleep;
    }
}
