/** Looks closely at a stack's state before anything rests on it: many calls, compared with one another. */
@NullMarked
package dev.tinyland.gf.state.guard;

import org.jspecify.annotations.NullMarked;
