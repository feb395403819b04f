package dev.tinyland.gf.lint.discovery;

/**
 * A file passed over.
 *
 * @param path relative to the root, with forward slashes
 */
public record Skipped(String path, SkipReason reason) {}
