package dev.tinyland.gf.actions;

/** Interrupts of the real process. The Java runtime runs shutdown hooks on SIGTERM, SIGINT and SIGHUP. */
final class ShutdownInterrupts implements Interrupts {

    @Override
    public Registration onInterrupt(Runnable action) {
        Thread hook = new Thread(action, "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyShuttingDown) {
                // The hook is running or has run; there is nothing left to take back.
            }
        };
    }
}
