package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Span;

/**
 * Why a page was not read.
 *
 * @param message one clause in lower case, without the page's text
 */
public record MarkdownProblem(Span span, String message) {}
