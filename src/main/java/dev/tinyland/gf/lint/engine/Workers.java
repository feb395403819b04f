package dev.tinyland.gf.lint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same to many things, several at a time; results come in the order of the things. */
final class Workers {
    private final int threads;

    Workers(int threads) {
        this.threads = threads;
    }

    <T, R> List<R> map(List<T> things, Function<T, R> work) {
        int workers = Math.min(threads, things.size());
        if (workers <= 1) {
            return things.stream().map(work).toList();
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            List<Future<R>> running = new ArrayList<>(things.size());
            for (T thing : things) {
                running.add(pool.submit(() -> work.apply(thing)));
            }
            List<R> results = new ArrayList<>(things.size());
            for (Future<R> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a worker broke", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
