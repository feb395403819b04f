package dev.tinyland.gf.actions;

import java.util.Optional;

/**
 * A message GitHub shows beside a run or a line.
 *
 * @param file path relative to the workspace
 * @param line 1-based line, or 0
 * @param column 1-based column, or 0
 */
public record Annotation(String title, String message, Optional<String> file, int line, int column) {

    public static Annotation of(String title, String message) {
        return new Annotation(title, message, Optional.empty(), 0, 0);
    }
}
