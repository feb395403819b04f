/** OpenTofu: running it, and typed models of what it says. */
@NullMarked
package dev.tinyland.gf.tofu;

import org.jspecify.annotations.NullMarked;
