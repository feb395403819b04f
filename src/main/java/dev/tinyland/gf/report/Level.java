package dev.tinyland.gf.report;

/** How much a finding weighs. */
public enum Level {
    BLOCK,
    REVIEW,
    INFO
}
