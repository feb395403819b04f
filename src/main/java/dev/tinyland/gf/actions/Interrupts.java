package dev.tinyland.gf.actions;

/** Tells when the run is being ended from outside (SIGTERM, SIGINT, a cancelled job). */
public interface Interrupts {

    /** Runs the action if the run is ended before the registration is closed. */
    Registration onInterrupt(Runnable action);

    /** Never ends a run. */
    static Interrupts none() {
        return _ -> () -> {};
    }

    /** Ends a registration. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
