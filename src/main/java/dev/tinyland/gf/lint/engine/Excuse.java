package dev.tinyland.gf.lint.engine;

/**
 * Why a finding does not count.
 *
 * @param reason for people: the comment's words, or what excuses it in their place
 */
public record Excuse(Kind kind, String reason) {

    /** What excuses. */
    public enum Kind {
        /** A suppression comment in the file. */
        COMMENT("comment"),
        /** The baseline knows it. */
        BASELINE("baseline"),
        /** It stands on lines that did not change. */
        UNCHANGED("unchanged");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in documents. */
        public String word() {
            return word;
        }
    }
}
