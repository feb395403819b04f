/** Workflows and actions as typed trees whose every scalar knows where it stands, and how files of one root refer to each other. */
@NullMarked
package dev.tinyland.gf.lint.model;

import org.jspecify.annotations.NullMarked;
