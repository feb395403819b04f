package dev.tinyland.gf.expression;

/** What reading an expression came to. */
public sealed interface ParsedExpression {

    record Valid(Expression root) implements ParsedExpression {}

    /** Nothing but white space, which evaluates to null. */
    record Blank() implements ParsedExpression {}

    record Invalid(ExpressionProblem problem) implements ParsedExpression {}
}
