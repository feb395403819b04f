/** Tests. */
@NullMarked
package dev.tinyland.gf.access.attachment;

import org.jspecify.annotations.NullMarked;
