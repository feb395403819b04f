@NullMarked
package dev.tinyland.gf.lint.changes;

import org.jspecify.annotations.NullMarked;
