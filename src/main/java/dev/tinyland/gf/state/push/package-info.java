/** {@code tofu-state-push}: brings a state that an apply could not persist back into the store, or refuses to. */
@NullMarked
package dev.tinyland.gf.state.push;

import org.jspecify.annotations.NullMarked;
