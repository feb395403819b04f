/** The tools {@code tofu-preflight} and {@code info}: what must hold before a stack is initialized, and what is. */
@NullMarked
package dev.tinyland.gf.access.preflight;

import org.jspecify.annotations.NullMarked;
