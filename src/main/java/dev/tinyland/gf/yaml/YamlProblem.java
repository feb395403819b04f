package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Span;

/**
 * Something wrong with a document.
 *
 * @param message one clause in lower case, without the input's text
 */
public record YamlProblem(Span span, String message) {}
