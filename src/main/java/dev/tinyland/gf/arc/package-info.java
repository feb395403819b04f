/** Actions Runner Controller: what a plan does to the lanes, and whether they work. */
@NullMarked
package dev.tinyland.gf.arc;

import org.jspecify.annotations.NullMarked;
