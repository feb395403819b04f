/** Justfiles to settings, assignments and recipes that know where they stand. */
@NullMarked
package dev.tinyland.gf.just;

import org.jspecify.annotations.NullMarked;
