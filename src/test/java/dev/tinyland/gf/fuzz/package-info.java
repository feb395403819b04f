/** Fuzzing from text to finding: no text may break the linter, and every finding must point into the text. */
@NullMarked
package dev.tinyland.gf.fuzz;

import org.jspecify.annotations.NullMarked;
