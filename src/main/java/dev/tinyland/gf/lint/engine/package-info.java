/** Runs the rules over the files of a root. */
@NullMarked
package dev.tinyland.gf.lint.engine;

import org.jspecify.annotations.NullMarked;
