/** The commands about runners. */
@NullMarked
package dev.tinyland.gf.arc.command;

import org.jspecify.annotations.NullMarked;
