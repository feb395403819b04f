package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;

/**
 * A comment.
 *
 * @param content from the {@code #} to the end of the line
 * @param ownLine whether nothing but blanks stands before it
 */
public record YamlComment(Fragment content, boolean ownLine) {}
