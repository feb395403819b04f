package dev.tinyland.gf.text;

/**
 * A place in a file as people and GitHub count it.
 *
 * @param line 1-based line
 * @param column 1-based column in UTF-16 units
 */
public record Position(int line, int column) {

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("not a position: " + line + ":" + column);
        }
    }
}
