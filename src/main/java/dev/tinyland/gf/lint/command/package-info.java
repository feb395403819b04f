/** The command line of the linter. */
@NullMarked
package dev.tinyland.gf.lint.command;

import org.jspecify.annotations.NullMarked;
