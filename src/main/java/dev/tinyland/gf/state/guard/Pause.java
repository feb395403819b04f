package dev.tinyland.gf.state.guard;

import java.time.Duration;

/** Lets time pass between two looks. */
@FunctionalInterface
public interface Pause {
    void rest(Duration time) throws InterruptedException;

    static Pause real() {
        return Thread::sleep;
    }
}
