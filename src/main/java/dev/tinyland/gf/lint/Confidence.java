package dev.tinyland.gf.lint;

import java.util.Locale;

/** How sure a finding is. A verdict that rests on an unknown value is never high. */
public enum Confidence {
    HIGH,
    MEDIUM,
    LOW;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
