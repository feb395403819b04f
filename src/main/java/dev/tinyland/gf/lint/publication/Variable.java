package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Template;

/** A variable of an {@code env:} or an input of a {@code with:}. */
public record Variable(String name, Template value) {}
