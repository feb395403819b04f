package dev.tinyland.gf.lint.baseline;

/**
 * A finding that was there before.
 *
 * @param path relative to the root
 * @param fingerprint its identity; made of its text, not of its line
 * @param message what it said, for whoever reads the file
 */
public record BaselineEntry(String rule, String path, String fingerprint, String message) {}
