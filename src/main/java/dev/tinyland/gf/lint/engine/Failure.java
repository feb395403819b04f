package dev.tinyland.gf.lint.engine;

/**
 * A defect of gf-lint itself: a rule or a reader that broke on a file. The other files are judged all the same.
 *
 * @param where the rule's id, or {@code reading}
 */
public record Failure(String path, String where, Throwable cause) {}
