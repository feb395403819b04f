package dev.tinyland.gf.hcl;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * {@code name = value}.
 *
 * @param span from the name to the end of the value
 */
public record HclAttribute(Fragment name, HclExpression value, Span span) implements HclItem {}
