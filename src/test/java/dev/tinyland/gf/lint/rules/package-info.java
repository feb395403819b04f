@NullMarked
package dev.tinyland.gf.lint.rules;

import org.jspecify.annotations.NullMarked;
