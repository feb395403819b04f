/** Who may publish to Attic: the runs a file can have, and what each of them reaches. */
@NullMarked
package dev.tinyland.gf.lint.publication;

import org.jspecify.annotations.NullMarked;
