/** Tests. */
@NullMarked
package dev.tinyland.gf.access;

import org.jspecify.annotations.NullMarked;
