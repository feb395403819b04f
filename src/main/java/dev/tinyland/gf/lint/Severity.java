package dev.tinyland.gf.lint;

import java.util.Locale;

/** How much a finding weighs, heaviest first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word in JSON, configuration and output. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
