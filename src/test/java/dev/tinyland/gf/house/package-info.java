/** Tests of the house itself: order of the rooms, format, entries. */
@NullMarked
package dev.tinyland.gf.house;

import org.jspecify.annotations.NullMarked;
