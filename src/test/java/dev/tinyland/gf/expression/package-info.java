/** Tests of the room of expressions. */
@NullMarked
package dev.tinyland.gf.expression;

import org.jspecify.annotations.NullMarked;
