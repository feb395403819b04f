package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells now and then what OpenTofu is at. Its lines name resources, some with their ids, before the plan's secrets are
 * known: so only how many, never which.
 */
final class Progress {
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Run run;
    private Instant last;
    private int refreshed;
    private int applied;

    Progress(Run run) {
        this.run = run;
        this.last = run.host().clock().instant();
    }

    synchronized void take(String type, String text) {
        refreshed += type.equals("refresh_start") ? 1 : 0;
        applied += type.equals("apply_complete") ? 1 : 0;
        Instant now = run.host().clock().instant();
        if (Duration.between(last, now).compareTo(QUIET) >= 0) {
            last = now;
            run.say(applied > 0 ? applied + " resources applied so far" : refreshed + " resources refreshed so far");
        }
    }
}
