/** Running OpenTofu: one stack, a data directory of its own, a scrubbed environment, machine output only. */
@NullMarked
package dev.tinyland.gf.tofu.run;

import org.jspecify.annotations.NullMarked;
