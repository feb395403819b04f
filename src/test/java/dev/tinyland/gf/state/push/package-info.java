@NullMarked
package dev.tinyland.gf.state.push;

import org.jspecify.annotations.NullMarked;
