package dev.tinyland.gf.lint.discovery;

/** Why a file of the root was not judged. Every skip is counted and said. */
public enum SkipReason {
    EXCLUDED("excluded", "excluded by the configuration"),
    NOT_SELECTED("not-selected", "left out by --include or --exclude"),
    CHANGELOG("changelog", "changelogs"),
    ARCHIVE("archive", "archives"),
    EVIDENCE("evidence", "evidence"),
    VENDORED("vendored", "vendored trees"),
    LOCK_FILE("lock-file", "lock files"),
    FIXTURE("fixture", "test fixtures"),
    TOO_LARGE("too-large", "too large to be read"),
    SYMBOLIC_LINK("symbolic-link", "symbolic links"),
    TEMPLATE("template", "templates that are no YAML yet"),
    JSON("json", "JSON that the configuration does not name"),
    NO_READER("no-reader", "kinds this version does not judge yet"),
    OTHER_KIND("other-kind", "other kinds of files");

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

    /** What stands before the number. */
    public String description() {
        return description;
    }
}
