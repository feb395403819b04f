package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Span;

/**
 * A legacy label and where it stands.
 *
 * @param kind what the run's last lines count it as
 * @param word the word that makes it one, for people
 */
public record Label(Kind kind, String word, Span span) {

    /** Why a passage is passed over. */
    public enum Kind {
        LEGACY,
        ARCHIVE,
        COMMENT
    }
}
