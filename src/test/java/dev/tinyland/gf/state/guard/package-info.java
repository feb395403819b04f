@NullMarked
package dev.tinyland.gf.state.guard;

import org.jspecify.annotations.NullMarked;
