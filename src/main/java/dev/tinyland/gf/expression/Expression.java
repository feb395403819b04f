package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Span;
import java.util.List;

/** A read expression. Every node has its place in the file; parentheses leave no node. */
public sealed interface Expression {

    Span span();

    /** A value as written. */
    record Literal(Value value, Span span) implements Expression {}

    /** A context, such as {@code github}, by its name as written. */
    record Context(String name, Span span) implements Expression {}

    /** The {@code *} of an access. */
    record Wildcard(Span span) implements Expression {}

    /** {@code target.name}, {@code target[index]} and {@code target.*}. */
    record Access(Expression target, Expression index, Span span) implements Expression {}

    /** {@code !operand}. */
    record Not(Expression operand, Span span) implements Expression {}

    /** Two operands and a comparison. */
    record Comparison(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** {@code &&} or {@code ||} over two operands or more. */
    record Logical(Operator operator, List<Expression> operands, Span span) implements Expression {
        public Logical {
            operands = List.copyOf(operands);
        }
    }

    /** A function by its name as written. */
    record Call(String function, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The nodes directly below this one, in order. */
    default List<Expression> children() {
        return switch (this) {
            case Literal _, Context _, Wildcard _ -> List.of();
            case Access access -> List.of(access.target(), access.index());
            case Not not -> List.of(not.operand());
            case Comparison comparison -> List.of(comparison.left(), comparison.right());
            case Logical logical -> logical.operands();
            case Call call -> call.arguments();
        };
    }
}
