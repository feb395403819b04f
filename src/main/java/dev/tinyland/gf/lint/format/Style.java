package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Severity;

/** Colours for a terminal, or none. */
public enum Style {
    PLAIN,
    COLOR;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return wrap("\u001b[1m", text);
    }

    String gutter(String text) {
        return wrap("\u001b[1;34m", text);
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> wrap("\u001b[1;31m", text);
            case WARNING -> wrap("\u001b[1;33m", text);
            case NOTE -> wrap("\u001b[1;36m", text);
        };
    }

    private String wrap(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : code + text + RESET;
    }
}
