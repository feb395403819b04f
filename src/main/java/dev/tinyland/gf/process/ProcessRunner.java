package dev.tinyland.gf.process;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.secret.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

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

    /** Runs a program to its end and keeps the beginning of what it says. */
    public ProcessResult run(ProcessRequest request) throws InterruptedException {
        return run(
                request,
                process -> new Drain(process.getInputStream(), request.largestOutput()),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Runs a program to its end and hands over each line of its standard output as it comes; nothing of it is kept.
     *
     * @param lines called on a thread of its own, never at the same time
     */
    public ProcessResult run(ProcessRequest request, Consumer<String> lines) throws InterruptedException {
        return run(
                request,
                process -> new Lines(process.getInputStream(), request.largestOutput(), lines),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same for a program that must be able to go on when this process is killed: it writes into files, where a pipe without
     * a reader would end it in the middle of its work.
     *
     * @param out for its standard output; is there already, so that its mode is the caller's
     * @param err for its standard error
     */
    public ProcessResult run(ProcessRequest request, Path out, Path err, Consumer<String> lines)
            throws InterruptedException {
        return run(
                request,
                process -> new Lines(new FollowedFile(out, process), request.largestOutput(), lines),
                Optional.of(out),
                Optional.of(err));
    }

    /**
     * Runs a program to its end with its standard output going into a file, whatever its size.
     *
     * @param file is there already, so that its mode is the caller's
     */
    public ProcessResult run(ProcessRequest request, Path file) throws InterruptedException {
        return run(
                request,
                process -> new Drain(process.getInputStream(), request.largestOutput()),
                Optional.of(file),
                Optional.empty());
    }

    private ProcessResult run(
            ProcessRequest request, Function<Process, Reader> reader, Optional<Path> outFile, Optional<Path> errFile)
            throws InterruptedException {
        String program = request.command().getFirst();
        for (String argument : request.command()) {
            if (redactor.finds(argument)) {
                throw new IllegalArgumentException("a secret in the arguments of " + program);
            }
        }
        ProcessBuilder builder = new ProcessBuilder(command(request))
                .directory(request.directory().toFile());
        outFile.ifPresent(path -> builder.redirectOutput(path.toFile()));
        errFile.ifPresent(path -> builder.redirectError(path.toFile()));
        builder.environment().clear();
        builder.environment().putAll(request.environment());
        long started = System.nanoTime();
        AtomicBoolean signalled = new AtomicBoolean();
        CompletableFuture<Optional<Process>> child = new CompletableFuture<>();
        // Registered before the child is there: one that starts while our run is being ended would be left behind.
        try (Interrupts.Registration _ = interrupts.onInterrupt(
                () -> child.join().ifPresent(process -> end(process, signalled, request.grace())))) {
            if (interrupts.interrupted()) {
                throw new InterruptedException(program + " is not started: the run is being ended");
            }
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                return new ProcessResult.NotStarted(program);
            }
            child.complete(Optional.of(process));
            try {
                InputStream errors =
                        errFile.isPresent() ? new FollowedFile(errFile.get(), process) : process.getErrorStream();
                return await(
                        process,
                        reader.apply(process),
                        new Drain(errors, request.largestOutput()),
                        request,
                        signalled,
                        started);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            child.complete(Optional.empty());
        }
    }

    private static List<String> command(ProcessRequest request) {
        Optional<Path> setsid = request.apart() ? Programs.find("setsid", request.environment()) : Optional.empty();
        if (setsid.isEmpty()) {
            return request.command();
        }
        // A child of ours leads no group, so setsid replaces itself by the program: the process stays the same.
        List<String> command = new ArrayList<>(List.of(setsid.get().toString()));
        command.addAll(request.command());
        return command;
    }

    private static ProcessResult await(
            Process process, Reader out, Drain err, ProcessRequest request, AtomicBoolean signalled, long started)
            throws InterruptedException {
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
            // Process.destroy would also close the pipes: a program that still has to say something, and OpenTofu has,
            // would be killed by SIGPIPE in the middle of writing its state.
            process.toHandle().destroy();
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

    /** Reads a stream to its end, so that the program never waits for us. */
    private interface Reader extends Runnable {
        String text();

        boolean truncated();
    }

    /** Hands over line by line. */
    private static final class Lines implements Reader {
        private final InputStream stream;
        private final int longest;
        private final Consumer<String> lines;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private volatile boolean truncated;

        Lines(InputStream stream, int longest, Consumer<String> lines) {
            this.stream = stream;
            this.longest = longest;
            this.lines = lines;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[8192];
            try {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    for (int i = 0; i < count; i++) {
                        take(buffer[i]);
                    }
                }
            } catch (IOException closed) {
                truncated = true;
            }
            if (line.size() > 0) {
                end();
            }
        }

        private void take(byte next) {
            if (next == '\n') {
                end();
            } else if (line.size() < longest) {
                line.write(next);
            } else {
                truncated = true;
            }
        }

        private void end() {
            lines.accept(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean truncated() {
            return truncated;
        }
    }

    /** Keeps the beginning. */
    private static final class Drain implements Reader {
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

        @Override
        public String text() {
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }

        @Override
        public boolean truncated() {
            return truncated;
        }
    }
}
