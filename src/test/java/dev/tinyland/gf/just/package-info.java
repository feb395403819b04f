@NullMarked
package dev.tinyland.gf.just;

import org.jspecify.annotations.NullMarked;
