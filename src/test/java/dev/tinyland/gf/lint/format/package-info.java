@NullMarked
package dev.tinyland.gf.lint.format;

import org.jspecify.annotations.NullMarked;
