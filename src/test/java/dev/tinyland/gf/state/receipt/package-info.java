@NullMarked
package dev.tinyland.gf.state.receipt;

import org.jspecify.annotations.NullMarked;
