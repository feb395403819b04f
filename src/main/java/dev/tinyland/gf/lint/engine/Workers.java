package dev.tinyland.gf.lint.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same to many things, several at a time; results come in the order of the things. */
final class Workers {
    private final int threads;

    Workers(int threads) {
        this.threads = threads;
    }

    <T, R> List<R> map(List<T> things, Function<T, R> work) {
        int workers = Math.min(threads, things.size());
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(things.size());
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
                    results.set(i, work.apply(things.get(i)));
                }
            } catch (RuntimeException | Error failure) {
                broken.compareAndSet(null, failure);
                next.set(things.size());
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < workers; i++) {
            others.add(Thread.ofPlatform().name("worker-" + i).start(worker));
        }
        worker.run();
        try {
            for (Thread other : others) {
                other.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        Throwable failure = broken.get();
        if (failure != null) {
            throw new IllegalStateException("a worker broke", failure);
        }
        List<R> list = new ArrayList<>(things.size());
        for (int i = 0; i < things.size(); i++) {
            list.add(results.get(i));
        }
        return list;
    }
}
