/** The tool {@code cache-attachment}: how this machine attaches to the caches. */
@NullMarked
package dev.tinyland.gf.access.attachment;

import org.jspecify.annotations.NullMarked;
