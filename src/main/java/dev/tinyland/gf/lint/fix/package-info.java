/** Applies fixes to files, or shows them as a diff. */
@NullMarked
package dev.tinyland.gf.lint.fix;

import org.jspecify.annotations.NullMarked;
