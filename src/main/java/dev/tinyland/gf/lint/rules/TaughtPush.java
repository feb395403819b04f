package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.text.Span;

/**
 * A push that a page teaches.
 *
 * @param what how people call it
 * @param certain false where something unknown decides
 */
record TaughtPush(Span span, String what, boolean certain) {}
