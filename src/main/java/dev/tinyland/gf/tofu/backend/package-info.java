/** Backend configuration of a stack: what its code declares, what a file or the environment sets. */
@NullMarked
package dev.tinyland.gf.tofu.backend;

import org.jspecify.annotations.NullMarked;
