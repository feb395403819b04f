package dev.tinyland.gf.actions;

/** Tells when the run is being ended from outside (SIGTERM, SIGINT, a cancelled job). */
public interface Interrupts {

    /**
     * Runs the action if the run is ended before the registration is closed. Actions run one after another, the last
     * registered first: a child process is ended before the files it works with are removed.
     */
    Registration onInterrupt(Runnable action);

    /** Whether the run is being ended: what is learnt from now on is no judgement. */
    default boolean interrupted() {
        return false;
    }

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
