/** A plan of the runner stack, seen lane by lane. */
@NullMarked
package dev.tinyland.gf.arc.plan;

import org.jspecify.annotations.NullMarked;
