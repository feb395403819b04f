/** States that a backend would not take: who may read them, and what is known of them without reading them. */
@NullMarked
package dev.tinyland.gf.state.custody;

import org.jspecify.annotations.NullMarked;
