/** Tests of what reaches a publication. */
@NullMarked
package dev.tinyland.gf.lint.publication;

import org.jspecify.annotations.NullMarked;
