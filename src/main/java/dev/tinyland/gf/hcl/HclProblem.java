package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Span;

/**
 * Something wrong with a file.
 *
 * @param message one clause in lower case, without the input's text
 */
public record HclProblem(Span span, String message) {}
