/** Pieces of text with their meaning, the same for every file kind, so that a rule about words is written once. */
@NullMarked
package dev.tinyland.gf.lint.passage;

import org.jspecify.annotations.NullMarked;
