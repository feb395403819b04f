package dev.tinyland.gf.actions;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Interrupts of the real process. The Java runtime runs shutdown hooks on SIGTERM, SIGINT and SIGHUP, all at once and
 * beside the threads that are at work; one hook of ours keeps the order.
 */
final class ShutdownInterrupts implements Interrupts {
    private final Deque<Entry> entries = new ArrayDeque<>();
    private volatile boolean interrupted;
    private volatile boolean finished;

    ShutdownInterrupts() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "interrupted"));
    }

    /** One registration; the same action may be registered twice. */
    private static final class Entry {
        private final Runnable action;

        Entry(Runnable action) {
            this.action = action;
        }
    }

    @Override
    public Registration onInterrupt(Runnable action) {
        Entry entry = new Entry(action);
        synchronized (entries) {
            entries.addFirst(entry);
        }
        if (finished && remove(entry)) {
            // What begins after the end is ended as well, as far as the runtime still lets it.
            Thread.ofPlatform().daemon().start(action);
        }
        return () -> remove(entry);
    }

    @Override
    public boolean interrupted() {
        return interrupted;
    }

    private boolean remove(Entry entry) {
        synchronized (entries) {
            return entries.remove(entry);
        }
    }

    /** Runs at every end of the process; after a run that ended by itself nothing is registered any more. */
    private void end() {
        interrupted = true;
        while (true) {
            Entry last;
            synchronized (entries) {
                last = entries.pollFirst();
            }
            if (last == null) {
                finished = true;
                return;
            }
            last.action.run();
        }
    }
}
