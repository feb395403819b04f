/** Tests of the launchers. */
@NullMarked
package dev.tinyland.gf;

import org.jspecify.annotations.NullMarked;
