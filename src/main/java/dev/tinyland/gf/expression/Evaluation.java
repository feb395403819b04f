package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Span;

/** What evaluating an expression came to. */
public sealed interface Evaluation {

    record Result(Value value) implements Evaluation {}

    /**
     * The runner would stop here with an error.
     *
     * @param reason what it could not do, in one clause
     * @param span the part of the expression
     */
    record Failure(String reason, Span span) implements Evaluation {}
}
