package dev.tinyland.gf.actions;

import java.time.Duration;

/** Stands still: between two looks, or because a server asked for it. Tests give one that only counts. */
@FunctionalInterface
public interface Pause {
    void sleep(Duration time) throws InterruptedException;

    /** Really. */
    static Pause real() {
        return Thread::sleep;
    }
}
