@NullMarked
package dev.tinyland.gf.state.custody;

import org.jspecify.annotations.NullMarked;
