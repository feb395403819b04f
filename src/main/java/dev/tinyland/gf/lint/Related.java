package dev.tinyland.gf.lint;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;

/**
 * A further place that explains a finding.
 *
 * @param message what stands there, in one clause
 */
public record Related(SourceFile file, Span span, String message) {}
