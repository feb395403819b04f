@NullMarked
package dev.tinyland.gf.lint.baseline;

import org.jspecify.annotations.NullMarked;
