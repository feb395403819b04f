/** Tells a new stack from a state that was lost or cannot be seen. */
@NullMarked
package dev.tinyland.gf.plan.greenfield;

import org.jspecify.annotations.NullMarked;
