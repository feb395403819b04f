@NullMarked
package dev.tinyland.gf.lint.discovery;

import org.jspecify.annotations.NullMarked;
