/** Tests of the launcher {@code gf} and of the JBang entries. */
@NullMarked
package dev.tinyland.gf.launcher;

import org.jspecify.annotations.NullMarked;
