/** Tests. */
@NullMarked
package dev.tinyland.gf.secret;

import org.jspecify.annotations.NullMarked;
