package dev.tinyland.gf.expression;

import java.util.Optional;

/**
 * A piece of an expression.
 *
 * @param start offset of its first character in the expression
 * @param literal the value, for a literal
 * @param operator the operator, for an operator
 */
record Token(Kind kind, String text, int start, int end, Optional<Value> literal, Optional<Operator> operator) {

    enum Kind {
        OPEN_GROUP,
        CLOSE_GROUP,
        OPEN_CALL,
        CLOSE_CALL,
        OPEN_INDEX,
        CLOSE_INDEX,
        COMMA,
        DOT,
        STAR,
        OPERATOR,
        LITERAL,
        PROPERTY,
        FUNCTION,
        CONTEXT,
        UNEXPECTED
    }

    Token unexpected() {
        return new Token(Kind.UNEXPECTED, text, start, end, Optional.empty(), Optional.empty());
    }
}
