package dev.tinyland.gf.lint.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures where a run spends its time. Times of work that is done by several threads at once add up to more than has
 * passed.
 */
public final class Stopwatch {
    private final boolean running;
    private final Map<String, LongAdder> phases = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> rules = new ConcurrentHashMap<>();

    private Stopwatch(boolean running) {
        this.running = running;
    }

    public static Stopwatch running() {
        return new Stopwatch(true);
    }

    /** One that measures nothing and costs nothing. */
    public static Stopwatch stopped() {
        return new Stopwatch(false);
    }

    /** The moment to hand back when the work is done. */
    public long start() {
        return running ? System.nanoTime() : 0;
    }

    public void phase(String name, long started) {
        add(phases, name, started);
    }

    void rule(String id, long started) {
        add(rules, id, started);
    }

    private void add(Map<String, LongAdder> times, String name, long started) {
        if (running) {
            times.computeIfAbsent(name, each -> new LongAdder()).add(System.nanoTime() - started);
        }
    }

    /** Nanoseconds by phase. */
    public Map<String, Long> phases() {
        return copy(phases);
    }

    /** Nanoseconds by the rule's id. */
    public Map<String, Long> rules() {
        return copy(rules);
    }

    private static Map<String, Long> copy(Map<String, LongAdder> times) {
        Map<String, Long> copy = new TreeMap<>();
        times.forEach((name, time) -> copy.put(name, time.sum()));
        return copy;
    }
}
