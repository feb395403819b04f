package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.actions.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** A clock that goes on only when somebody pauses; what is to happen meanwhile happens then. */
final class TestTime extends Clock implements Pause {
    private final Instant start;
    private final TreeMap<Instant, Runnable> plan = new TreeMap<>();
    private Instant now;

    TestTime(Instant start) {
        this.start = start;
        this.now = start;
    }

    /** Plans something for a time after the start. */
    TestTime after(Duration time, Runnable what) {
        plan.put(start.plus(time), what);
        return this;
    }

    Duration passed() {
        return Duration.between(start, now);
    }

    @Override
    public void sleep(Duration time) {
        now = now.plus(time);
        while (!plan.isEmpty() && !plan.firstKey().isAfter(now)) {
            plan.pollFirstEntry().getValue().run();
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
