package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;

/**
 * A comment.
 *
 * @param content from the {@code #} to the end of the line
 * @param ownLine whether nothing but blanks stands before it
 */
public record ShellComment(Fragment content, boolean ownLine) {}
