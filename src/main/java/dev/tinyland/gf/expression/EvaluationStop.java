package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Span;

/** Ends an evaluation; never leaves this room. */
final class EvaluationStop extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Span span;

    EvaluationStop(String reason, Span span) {
        super(reason, null, false, false);
        this.span = span;
    }

    Evaluation.Failure failure() {
        return new Evaluation.Failure(String.valueOf(getMessage()), span);
    }
}
