/** One class for each form a run is printed in. */
@NullMarked
package dev.tinyland.gf.lint.format;

import org.jspecify.annotations.NullMarked;
