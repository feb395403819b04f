package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * A word of a command.
 *
 * @param raw the word as written, quotes included
 * @param content the word without its quotes and escapes; expansions, substitutions and expressions stay as written
 * @param literal whether it holds no expansion, substitution or expression, so that {@code content} is its value
 * @param quoted whether any part of it is quoted or escaped
 * @param expression whether it holds a {@code ${{ … }}} or {@code {{ … }}} of the language around the script
 */
public record ShellWord(Fragment raw, Fragment content, boolean literal, boolean quoted, boolean expression) {

    /** The word with quotes removed and expansions as written. */
    public String text() {
        return content.text();
    }

    /** Where the word stands in the file, quotes included. */
    public Span span() {
        return raw.span();
    }

    @Override
    public String toString() {
        return text();
    }
}
