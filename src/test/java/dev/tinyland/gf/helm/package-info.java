@NullMarked
package dev.tinyland.gf.helm;

import org.jspecify.annotations.NullMarked;
