package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;

/**
 * A comment.
 *
 * @param content with its {@code #}, {@code //} or {@code /*}, without the line break
 * @param ownLine whether nothing but blanks stands before it
 */
public record HclComment(Fragment content, boolean ownLine) {}
