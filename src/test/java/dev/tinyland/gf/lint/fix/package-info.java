@NullMarked
package dev.tinyland.gf.lint.fix;

import org.jspecify.annotations.NullMarked;
