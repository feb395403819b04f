package dev.tinyland.gf.report.comment;

/** What is kept when a comment is too long: the first of these longest. */
public enum Priority {
    /** Destroys, replacements, findings that block, required checks that failed. Never cut while another part can hold it. */
    BLOCKING,
    /** What a reviewer has to look at and to decide. */
    REVIEW,
    /** Everything else that changes or was seen. */
    DETAIL,
    /** What did not change. */
    UNCHANGED
}
