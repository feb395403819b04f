@NullMarked
package dev.tinyland.gf.lint.passage;

import org.jspecify.annotations.NullMarked;
