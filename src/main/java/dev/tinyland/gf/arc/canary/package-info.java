/** A real job on each lane, and what it proves. */
@NullMarked
package dev.tinyland.gf.arc.canary;

import org.jspecify.annotations.NullMarked;
