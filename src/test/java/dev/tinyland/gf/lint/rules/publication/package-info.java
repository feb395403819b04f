/** Tests of the rules about Attic publication. */
@NullMarked
package dev.tinyland.gf.lint.rules.publication;

import org.jspecify.annotations.NullMarked;
