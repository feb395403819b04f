package dev.tinyland.gf.actions;

import java.util.Locale;

/** The three levels GitHub shows. */
public enum AnnotationLevel {
    ERROR,
    WARNING,
    NOTICE;

    /** The name of the workflow command. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
