package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Interrupts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a process that is ended from outside alive until the work has unwound: the child is ended first, then what it left is
 * taken into custody and files with credentials are removed.
 */
final class Unwinding implements AutoCloseable {
    private final CountDownLatch unwound = new CountDownLatch(1);
    private final Interrupts.Registration registration;

    private Unwinding(Host host, Duration longest) {
        this.registration = host.interrupts().onInterrupt(() -> await(longest));
    }

    /**
     * Begins the work. Close it when all is done.
     *
     * @param longest how long the process is kept at most
     */
    static Unwinding of(Host host, Duration longest) {
        return new Unwinding(host, longest);
    }

    private void await(Duration longest) {
        try {
            if (!unwound.await(longest.toSeconds(), TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        unwound.countDown();
        registration.close();
    }
}
