package dev.tinyland.gf.report;

/** What one check saw. */
public enum Status {
    PASS,
    FAIL,
    WARN,
    /** Not run, on purpose or because something before it failed. */
    SKIP,
    /** Run, and nothing could be learnt: no answer, no permission, no time. */
    UNKNOWN
}
