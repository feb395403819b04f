/** Findings a repository starts with, so that only new ones count. */
@NullMarked
package dev.tinyland.gf.lint.baseline;

import org.jspecify.annotations.NullMarked;
