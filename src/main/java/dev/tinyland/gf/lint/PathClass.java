package dev.tinyland.gf.lint;

import java.util.Locale;

/** What is expected of a path; the first that matches counts, in this order. */
public enum PathClass {
    /** Proves something without a cache: publication stays literally off. */
    PROOF,
    /** The publication probe: run by hand, with its exact confirm phrase. */
    PROBE,
    /** Kept for the record; nothing in it is taught or run. */
    LEGACY,
    /** Everything else: may publish on the default branch with a token. */
    PILOT;

    /** The word in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
