package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.tofu.state.LockInfo;
import java.time.Duration;
import java.time.Instant;

/**
 * Whose lock it is. A store that answers slowly makes OpenTofu's client repeat the write of the lock, meet its own lock
 * (412) and report that somebody else holds it; that lock is then never released (opentofu/opentofu#4405).
 */
public final class LockJudge {
    /** Clocks of one machine and of the store's log may differ by so much. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private LockJudge() {}

    /** Whose a lock is. */
    public sealed interface Owner {
        /** One sentence for people. */
        String sentence();

        /** What to run next, or empty. */
        String next();
    }

    /** This very run took it and then met it. */
    public record SelfCollision(LockInfo lock) implements Owner {
        @Override
        public String sentence() {
            return "the lock " + lock.id() + " is our own: this run wrote it, the store's answer was lost, and the"
                    + " repeated write met it";
        }

        @Override
        public String next() {
            return "tofu force-unlock " + lock.id();
        }
    }

    /** An earlier run of this machine and user left it, or still runs. */
    public record SameMachine(LockInfo lock) implements Owner {
        @Override
        public String sentence() {
            return "the lock " + lock.id() + " was taken by " + lock.who() + ", which is this machine, " + since(lock)
                    + ", before this run began";
        }

        @Override
        public String next() {
            return "make sure that no other run of this machine is under way, then: tofu force-unlock " + lock.id();
        }
    }

    public record SomebodyElse(LockInfo lock) implements Owner {
        @Override
        public String sentence() {
            return "the lock " + lock.id() + " is held by " + (lock.who().isBlank() ? "somebody" : lock.who()) + " "
                    + since(lock)
                    + (lock.operation().isBlank() ? "" : " (" + lock.operation() + ")");
        }

        @Override
        public String next() {
            return "wait for that run, or ask its owner; never unlock a run that is under way";
        }
    }

    private static String since(LockInfo lock) {
        return lock.created().map(at -> "since " + at).orElse("since an unknown time");
    }

    /**
     * Judges a lock that OpenTofu met.
     *
     * @param us user and host as OpenTofu writes them, {@code user@host}
     * @param began when our OpenTofu was started
     * @param ended when it gave up
     */
    public static Owner judge(LockInfo lock, String us, Instant began, Instant ended) {
        if (us.isBlank() || !lock.who().equals(us)) {
            return new SomebodyElse(lock);
        }
        boolean during = lock.created()
                .filter(at -> !at.isBefore(began.minus(SKEW)) && !at.isAfter(ended.plus(SKEW)))
                .isPresent();
        return during ? new SelfCollision(lock) : new SameMachine(lock);
    }
}
