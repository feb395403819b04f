@NullMarked
package dev.tinyland.gf.state;

import org.jspecify.annotations.NullMarked;
