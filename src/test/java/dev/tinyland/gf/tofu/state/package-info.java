@NullMarked
package dev.tinyland.gf.tofu.state;

import org.jspecify.annotations.NullMarked;
