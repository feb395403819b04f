/** Tests. */
@NullMarked
package dev.tinyland.gf.access.backend;

import org.jspecify.annotations.NullMarked;
