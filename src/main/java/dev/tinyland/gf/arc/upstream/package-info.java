/** What upstream has released and what is known to go wrong with it, as data with a date. */
@NullMarked
package dev.tinyland.gf.arc.upstream;

import org.jspecify.annotations.NullMarked;
