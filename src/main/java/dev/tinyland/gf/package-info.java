/** The launchers: the only code beside {@code actions} that touches environment, streams and exit. */
@NullMarked
package dev.tinyland.gf;

import org.jspecify.annotations.NullMarked;
