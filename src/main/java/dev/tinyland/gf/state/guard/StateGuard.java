package dev.tinyland.gf.state.guard;

/** Looks at a state and says whether what the store tells of it can be trusted. */
public interface StateGuard {

    /** Asks the store. Failures of the store are part of the result; nothing is thrown for them. */
    GuardResult look(GuardRequest request) throws InterruptedException;
}
