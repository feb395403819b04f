/** OpenTofu's state as it lies in a store: what it is, whose it is, what it holds by name; never a value. */
@NullMarked
package dev.tinyland.gf.tofu.state;

import org.jspecify.annotations.NullMarked;
