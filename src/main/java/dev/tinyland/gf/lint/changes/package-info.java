/** Which lines changed since a revision, and which findings stand on them. */
@NullMarked
package dev.tinyland.gf.lint.changes;

import org.jspecify.annotations.NullMarked;
