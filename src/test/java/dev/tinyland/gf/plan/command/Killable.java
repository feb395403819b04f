package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;

/** A process of {@code gf} that a test ends from outside. */
record Killable(Process process, Path folder) implements AutoCloseable {
    /** Waits for something that can only come while the process is at work. */
    void until(BooleanSupplier there) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!there.getAsBoolean()) {
            Assertions.assertTrue(process.isAlive(), this::said);
            Assertions.assertTrue(System.nanoTime() < end, this::said);
            LockSupport.parkNanos(10_000_000);
        }
    }

    void signal(String name) throws IOException, InterruptedException {
        ChildProcess.of("/bin/kill", "-" + name, Long.toString(process.pid())).run();
    }

    /** The exit code; 128 and the signal's number where one ended it. */
    int end() throws InterruptedException {
        Assertions.assertTrue(process.waitFor(90, TimeUnit.SECONDS), this::said);
        return process.exitValue();
    }

    /** Ends this process and all it started, as a node that dies does. */
    void killAll() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        for (ProcessHandle child : children) {
            child.destroyForcibly();
            child.onExit().join();
        }
    }

    String said() {
        try {
            return Files.readString(folder.resolve("killable.out")) + Files.readString(folder.resolve("killable.err"));
        } catch (IOException gone) {
            return "it said nothing";
        }
    }

    @Override
    public void close() {
        killAll();
    }
}
