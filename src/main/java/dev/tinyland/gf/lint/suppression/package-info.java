/** Comments that silence one finding, with a reason. */
@NullMarked
package dev.tinyland.gf.lint.suppression;

import org.jspecify.annotations.NullMarked;
