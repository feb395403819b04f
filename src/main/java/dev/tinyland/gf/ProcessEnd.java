package dev.tinyland.gf;

import java.util.Objects;

/** The end of the process. */
final class ProcessEnd {
    private ProcessEnd() {}

    /**
     * Ends the process, or leaves that to the return from {@code main}: {@link System#exit} looks for a logger first,
     * for longer than the rest of an end takes. A process returns from {@code main} with 0, and only when no other
     * thread keeps it alive; shutdown hooks run either way.
     */
    static void with(int status) {
        if (status != 0 || othersKeepItAlive()) {
            System.exit(status);
        }
    }

    private static boolean othersKeepItAlive() {
        Thread current = Thread.currentThread();
        ThreadGroup all = Objects.requireNonNull(current.getThreadGroup());
        for (ThreadGroup above = all.getParent(); above != null; above = above.getParent()) {
            all = above;
        }
        // As many more than there seem to be as may begin meanwhile; a full table says nothing of the rest.
        Thread[] threads = new Thread[all.activeCount() + 16];
        int count = all.enumerate(threads);
        if (count == threads.length) {
            return true;
        }
        for (int index = 0; index < count; index++) {
            Thread thread = threads[index];
            if (!thread.isDaemon() && !thread.equals(current)) {
                return true;
            }
        }
        return false;
    }
}
