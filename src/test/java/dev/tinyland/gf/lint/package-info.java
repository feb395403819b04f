@NullMarked
package dev.tinyland.gf.lint;

import org.jspecify.annotations.NullMarked;
