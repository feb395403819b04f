package dev.tinyland.gf.lint.discovery;

import java.nio.file.Path;

/**
 * A file that may be judged.
 *
 * @param path relative to the root, with forward slashes
 * @param location where it is
 * @param kind what the path says of it
 * @param named whether the user named this very file
 */
public record Candidate(String path, Path location, FileKind kind, boolean named) {}
