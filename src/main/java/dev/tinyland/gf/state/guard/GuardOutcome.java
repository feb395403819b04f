package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.tofu.state.StateDocument;

/** What can be said of a state after looking. */
public sealed interface GuardOutcome {

    /** Every call agreed, and the object is a state. */
    record Trusted(StateDocument.Present state) implements GuardOutcome {}

    /** The bucket is there, and the object is absent alike in list, HEAD and GET. */
    record Absent() implements GuardOutcome {}

    /**
     * The store or the object cannot be trusted.
     *
     * @param why one sentence: what was seen
     * @param next what to do next
     */
    record Red(RedReason reason, String why, String next) implements GuardOutcome {}

    /**
     * Nothing could be learnt: no answer, no permission.
     *
     * @param reason {@code auth}, {@code no-credentials}, {@code timeout}, {@code dns}, {@code connect}, {@code tls},
     *     {@code reset}, {@code slow-down} or {@code server-error}
     */
    record Unreachable(String reason, String why, String next) implements GuardOutcome {}
}
