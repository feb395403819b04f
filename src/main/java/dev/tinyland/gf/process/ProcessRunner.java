package dev.tinyland.gf.process;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs child processes. When our own run is ended, the child gets exactly one SIGTERM: OpenTofu takes a second signal
 * for an order to stop at once and may lose state.
 */
public final class ProcessRunner {
    private final Interrupts interrupts;
    private final Redactor redactor;

    public ProcessRunner(Interrupts interrupts, Redactor redactor) {
        this.interrupts = interrupts;
        this.redactor = redactor;
    }

    /** Runs a program to its end. */
    public ProcessResult run(ProcessRequest request) throws InterruptedException {
        String program = request.command().getFirst();
        for (String argument : request.command()) {
            if (redactor.finds(argument)) {
                throw new IllegalArgumentException("a secret in the arguments of " + program);
            }
        }
        ProcessBuilder builder = new ProcessBuilder(request.command())
                .directory(request.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(request.environment());
        long started = System.nanoTime();
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new ProcessResult.NotStarted(program);
        }
        AtomicBoolean signalled = new AtomicBoolean();
        try (Interrupts.Registration _ = interrupts.onInterrupt(() -> end(process, signalled, request.grace()))) {
            return await(process, request, signalled, started);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessResult await(Process process, ProcessRequest request, AtomicBoolean signalled, long started)
            throws InterruptedException {
        Drain out = new Drain(process.getInputStream(), request.largestOutput());
        Drain err = new Drain(process.getErrorStream(), request.largestOutput());
        Thread outReader = Thread.ofVirtual().start(out);
        Thread errReader = Thread.ofVirtual().start(err);
        Thread writer = Thread.ofVirtual().start(() -> feed(process, request.input()));
        boolean ended = process.waitFor(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            end(process, signalled, request.grace());
        }
        // A grandchild may hold the pipes open after the child is gone; what it says is not waited for.
        outReader.join(request.grace());
        errReader.join(request.grace());
        writer.join(request.grace());
        if (!ended) {
            return new ProcessResult.TimedOut(request.timeout(), out.text(), err.text());
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        return new ProcessResult.Exited(
                process.exitValue(), out.text(), err.text(), out.truncated() || err.truncated(), duration);
    }

    private static void end(Process process, AtomicBoolean signalled, Duration grace) {
        if (signalled.compareAndSet(false, true)) {
            process.destroy();
        }
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void feed(Process process, Optional<String> input) {
        try (OutputStream stream = process.getOutputStream()) {
            if (input.isPresent()) {
                stream.write(input.get().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            // A program need not read its input; its exit code says how it went.
        }
    }

    /** Reads a stream to its end and keeps the beginning. */
    private static final class Drain implements Runnable {
        private final InputStream stream;
        private final int most;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private volatile boolean truncated;

        Drain(InputStream stream, int most) {
            this.stream = stream;
            this.most = most;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    synchronized (kept) {
                        int room = Math.min(count, most - kept.size());
                        kept.write(buffer, 0, room);
                        truncated |= room < count;
                    }
                }
            } catch (IOException closed) {
                truncated = true;
            }
        }

        String text() {
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }

        boolean truncated() {
            return truncated;
        }
    }
}
