@NullMarked
package dev.tinyland.gf.lint.suppression;

import org.jspecify.annotations.NullMarked;
