package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.tofu.state.LockInfo;
import java.time.Instant;

/**
 * Whose lock it is. A store that answers slowly makes OpenTofu's client repeat the write of the lock, meet its own lock
 * (412) and report that somebody else holds it; that lock is then never released (opentofu/opentofu#4405).
 */
public final class LockJudge {
    private LockJudge() {}

    /** Whose a lock is. */
    public sealed interface Owner {
        /** One sentence for people. */
        String sentence();

        /**
         * What to do next.
         *
         * @param unlock the command that takes the lock away
         */
        String next(String unlock);
    }

    /** This very run took it and then met it. */
    public record SelfCollision(LockInfo lock) implements Owner {
        @Override
        public String sentence() {
            return "the lock " + lock.id() + " is our own: this run wrote it, the store's answer was lost, and the"
                    + " repeated write met it";
        }

        @Override
        public String next(String unlock) {
            return "nobody else holds it; after this run has ended: " + unlock;
        }
    }

    /** An earlier run of this machine and user left it, or still runs. */
    public record SameMachine(LockInfo lock) implements Owner {
        @Override
        public String sentence() {
            return "the lock " + lock.id() + " was taken by " + lock.who() + ", which is this machine, " + since(lock)
                    + (lock.operation().isBlank() ? "" : " for " + lock.operation()) + ", before this run began";
        }

        @Override
        public String next(String unlock) {
            return "if that run is still under way (pgrep -a tofu), wait for it; if it was killed, its lock stays until"
                    + " somebody takes it away: " + unlock;
        }
    }

    public record SomebodyElse(LockInfo lock) implements Owner {
        @Override
        public String sentence() {
            return "the lock " + lock.id() + " is held by " + (lock.who().isBlank() ? "somebody" : lock.who()) + " "
                    + since(lock) + (lock.operation().isBlank() ? "" : " for " + lock.operation())
                    + ", not by this run";
        }

        @Override
        public String next(String unlock) {
            return "let the run that holds it end, or ask its owner; only when it is dead for certain: " + unlock;
        }
    }

    private static String since(LockInfo lock) {
        return lock.created().map(at -> "since " + at).orElse("since an unknown time");
    }

    /**
     * Judges a lock that OpenTofu met. Whoever takes a lock dates it by its own clock, so a lock of this machine and ours are
     * dated by one clock.
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
                .filter(at -> !at.isBefore(began) && !at.isAfter(ended))
                .isPresent();
        return during ? new SelfCollision(lock) : new SameMachine(lock);
    }
}
