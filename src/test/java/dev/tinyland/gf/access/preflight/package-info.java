/** Tests. */
@NullMarked
package dev.tinyland.gf.access.preflight;

import org.jspecify.annotations.NullMarked;
