package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * Metadata between two lines of {@code ---} (YAML) or {@code +++} (TOML) at the very start of a page.
 *
 * @param content the lines between the two
 * @param span both marker lines included
 */
public record FrontMatter(Format format, Fragment content, Span span) {

    /** The language of the metadata. */
    public enum Format {
        YAML,
        TOML
    }
}
