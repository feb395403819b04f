/** Finds the files of a root, decides what kind each is, and decodes it. */
@NullMarked
package dev.tinyland.gf.lint.discovery;

import org.jspecify.annotations.NullMarked;
