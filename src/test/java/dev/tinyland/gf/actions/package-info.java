/** Tests. */
@NullMarked
package dev.tinyland.gf.actions;

import org.jspecify.annotations.NullMarked;
