/** Tests. */
@NullMarked
package dev.tinyland.gf.process;

import org.jspecify.annotations.NullMarked;
