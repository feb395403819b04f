package dev.tinyland.gf.lint.discovery;

/** Why a file of the root was not judged. Every skip is counted and said. */
public enum SkipReason {
    EXCLUDED("excluded", "excluded by the configuration"),
    NOT_SELECTED("not-selected", "left out by --include or --exclude"),
    CHANGELOG("changelog", "changelogs"),
    ARCHIVE("archive", "in an archive folder"),
    EVIDENCE("evidence", "in an evidence folder"),
    VENDORED("vendored", "in a vendored tree"),
    LOCK_FILE("lock-file", "lock files"),
    FIXTURE("fixture", "test fixtures"),
    TOO_LARGE("too-large", "too large"),
    SYMBOLIC_LINK("symbolic-link", "symbolic links; what they name is judged in its own place"),
    NO_READER("no-reader", "of a kind this version does not judge"),
    OTHER_KIND("other-kind", "of a kind gf-lint does not read");

    private final String word;
    private final String description;

    SkipReason(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** The key in JSON. */
    public String word() {
        return word;
    }

    /** Completes "12 files …". */
    public String description() {
        return description;
    }
}
