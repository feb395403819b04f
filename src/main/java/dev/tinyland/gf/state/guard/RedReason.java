package dev.tinyland.gf.state.guard;

import java.util.Locale;

/** Why a state cannot be trusted. */
public enum RedReason {
    /** The location itself is wrong. */
    CONFIGURATION,
    /** The bucket is in no list and does not answer. */
    BUCKET_MISSING,
    /** Something answers, and it is no S3 store. */
    NOT_A_STORE,
    /** Calls of one moment contradict one another: the class of the lost bucket index. */
    CALLS_DISAGREE,
    /** The same call answers differently from one round to the next. */
    FLAPPING,
    /** The lists are right after the object was read and were wrong before: reading repaired what had been lost. */
    REPAIRED_BY_READ,
    /** The object is there and is no state. */
    STATE_BODY_INVALID,
    /** Fewer bytes came than the store announced. */
    TRUNCATED,
    /** What was written did not come back, or did not go away. */
    WRITE_PROOF_FAILED,
    /** A second writer was not kept out: {@code If-None-Match: *} is not honoured. */
    LOCK_UNSUPPORTED,
    /** The lists changed after the write proof's delete; deletes have triggered the incident before. */
    CHANGED_BY_WRITE;

    /** The word in kebab-case, for {@code failure-reason}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
