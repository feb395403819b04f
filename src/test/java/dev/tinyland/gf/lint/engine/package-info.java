@NullMarked
package dev.tinyland.gf.lint.engine;

import org.jspecify.annotations.NullMarked;
