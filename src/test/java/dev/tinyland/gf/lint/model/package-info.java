/** Tests of the typed model of workflows and actions. */
@NullMarked
package dev.tinyland.gf.lint.model;

import org.jspecify.annotations.NullMarked;
