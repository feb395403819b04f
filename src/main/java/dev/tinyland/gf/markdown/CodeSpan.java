package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * Code between backticks.
 *
 * @param content the code, without backticks and padding
 * @param start where it begins in the text it belongs to
 * @param end where it ends there
 * @param span backticks included
 */
public record CodeSpan(Fragment content, int start, int end, Span span) {}
