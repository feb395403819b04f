package dev.tinyland.gf.arc.canary;

import java.util.List;

/** How a canary ended. */
public sealed interface CanaryOutcome {

    /** The lanes were tried, or some of them. */
    record Judged(List<LaneResult> lanes) implements CanaryOutcome {

        public Judged {
            lanes = List.copyOf(lanes);
        }
    }

    /** It may not be started here. */
    record Refused(String reason, String next) implements CanaryOutcome {}

    /**
     * What was asked for cannot be.
     *
     * @param failureReason a word in kebab-case
     */
    record Invalid(String failureReason, String reason, String next) implements CanaryOutcome {}
}
