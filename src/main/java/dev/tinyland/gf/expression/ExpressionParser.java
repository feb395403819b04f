package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads an expression, without the {@code ${{ }}} around it. Two stacks instead of recursion, so that no nesting within
 * the permitted length can exhaust the thread's stack. Source of grammar and limits: actions/runner, DTExpressions2.
 */
public final class ExpressionParser {
    /** Longest expression in UTF-16 units. */
    public static final int GREATEST_LENGTH = 21_000;

    /** Deepest tree in nodes from root to leaf. */
    public static final int GREATEST_DEPTH = 50;

    private static final Vocabulary WORKFLOWS = Vocabulary.ofWorkflows();

    private final Vocabulary vocabulary;

    public ExpressionParser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads with all functions of workflows and any context. */
    public static ParsedExpression parse(Fragment text) {
        return new ExpressionParser(WORKFLOWS).read(text);
    }

    public ParsedExpression read(Fragment text) {
        if (text.length() > GREATEST_LENGTH) {
            return new ParsedExpression.Invalid(
                    new ExpressionProblem(ExpressionProblem.Kind.TOO_LONG, "", 0, text.span()));
        }
        Reading reading = new Reading(text);
        try {
            return reading.all();
        } catch (Reading.Stop stop) {
            return new ParsedExpression.Invalid(stop.problem());
        }
    }

    /** One reading: what was met so far and is not yet put together. */
    private final class Reading {
        private final Fragment text;
        private final Lexer lexer;
        private final List<Operand> operands = new ArrayList<>();
        private final Deque<Pending> pending = new ArrayDeque<>();

        private record Operand(Expression node, int depth) {}

        /** An operator or opening bracket that waits, and how many operands there were before it. */
        private record Pending(Token token, int operandsBefore) {}

        private static final class Stop extends Exception {
            private static final long serialVersionUID = 1;
            private final transient ExpressionProblem problem;

            Stop(ExpressionProblem problem) {
                super(problem.message(), null, false, false);
                this.problem = problem;
            }

            ExpressionProblem problem() {
                return problem;
            }
        }

        Reading(Fragment text) {
            this.text = text;
            this.lexer = new Lexer(text.text());
        }

        ParsedExpression all() throws Stop {
            Token previous = null;
            for (Optional<Token> next = lexer.next(); next.isPresent(); next = lexer.next()) {
                take(next.get());
                previous = next.get();
            }
            if (previous == null) {
                return new ParsedExpression.Blank();
            }
            boolean wantsMore = switch (previous.kind()) {
                case OPERATOR, DOT, COMMA, OPEN_GROUP, OPEN_CALL, OPEN_INDEX, FUNCTION -> true;
                case LITERAL, PROPERTY, CONTEXT, STAR, CLOSE_GROUP, CLOSE_CALL, CLOSE_INDEX, UNEXPECTED -> false;
            };
            if (wantsMore || lexer.hasOpen()) {
                throw stop(ExpressionProblem.Kind.UNEXPECTED_END, previous);
            }
            reduce(0);
            return new ParsedExpression.Valid(operands.getFirst().node());
        }

        private void take(Token token) throws Stop {
            switch (token.kind()) {
                case UNEXPECTED -> throw stop(ExpressionProblem.Kind.UNEXPECTED_SYMBOL, token);
                case LITERAL -> push(new Expression.Literal(token.literal().orElseThrow(), span(token)));
                case CONTEXT -> context(token);
                case FUNCTION -> function(token);
                case PROPERTY -> access(new Expression.Literal(Value.of(token.text()), span(token)));
                case STAR -> star(token);
                case DOT -> wait(token);
                case OPEN_GROUP, OPEN_INDEX, OPEN_CALL -> wait(token);
                case COMMA -> reduce(0);
                case CLOSE_GROUP -> {
                    reduce(0);
                    pending.pop();
                }
                case CLOSE_INDEX -> closeIndex(token);
                case CLOSE_CALL -> closeCall(token);
                case OPERATOR -> operator(token);
            }
        }

        private void wait(Token token) {
            pending.push(new Pending(token, operands.size()));
        }

        private void context(Token token) throws Stop {
            if (!vocabulary.knowsContext(token.text())) {
                throw stop(ExpressionProblem.Kind.UNRECOGNIZED_CONTEXT, token);
            }
            push(new Expression.Context(token.text(), span(token)));
        }

        private void function(Token token) throws Stop {
            if (vocabulary.function(token.text()).isEmpty()) {
                throw stop(ExpressionProblem.Kind.UNRECOGNIZED_FUNCTION, token);
            }
            wait(token);
        }

        private void star(Token token) throws Stop {
            Expression.Wildcard wildcard = new Expression.Wildcard(span(token));
            if (pending.element().token().kind() == Token.Kind.DOT) {
                access(wildcard);
            } else {
                push(wildcard);
            }
        }

        /** {@code target.index}: the target is complete, since only tighter things can stand left of a dot. */
        private void access(Expression index) throws Stop {
            pending.pop();
            Operand target = operands.removeLast();
            push(
                    new Expression.Access(
                            target.node(), index, target.node().span().union(index.span())),
                    target.depth() + 1);
        }

        private void closeIndex(Token token) throws Stop {
            reduce(0);
            pending.pop();
            Operand index = operands.removeLast();
            Operand target = operands.removeLast();
            Span whole = target.node().span().union(span(token));
            push(
                    new Expression.Access(target.node(), index.node(), whole),
                    1 + Math.max(target.depth(), index.depth()));
        }

        private void closeCall(Token token) throws Stop {
            reduce(0);
            Pending opening = pending.pop();
            Token name = pending.pop().token();
            List<Operand> given = operands.subList(opening.operandsBefore(), operands.size());
            List<Expression> arguments = given.stream().map(Operand::node).toList();
            int depth = given.stream().mapToInt(Operand::depth).max().orElse(0);
            given.clear();
            Vocabulary.Arity arity = vocabulary.function(name.text()).orElseThrow();
            if (arguments.size() < arity.least()) {
                throw stop(ExpressionProblem.Kind.TOO_FEW_ARGUMENTS, name);
            }
            if (arguments.size() > arity.greatest()) {
                throw stop(ExpressionProblem.Kind.TOO_MANY_ARGUMENTS, name);
            }
            if (name.text().equalsIgnoreCase("case") && arguments.size() % 2 == 0) {
                throw stop(ExpressionProblem.Kind.EVEN_ARGUMENTS, name);
            }
            push(new Expression.Call(name.text(), arguments, text.toSource(name.start(), token.end())), depth + 1);
        }

        private void operator(Token token) throws Stop {
            Operator operator = token.operator().orElseThrow();
            if (operator != Operator.NOT) {
                reduce(operator.strength());
            }
            wait(token);
        }

        /** Puts together the waiting operators of at least this strength, back to the last opening bracket. */
        private void reduce(int strength) throws Stop {
            while (!pending.isEmpty()) {
                Token token = pending.element().token();
                if (token.operator().isEmpty() || token.operator().get().strength() < strength) {
                    return;
                }
                pending.pop();
                Operator operator = token.operator().get();
                Operand right = operands.removeLast();
                if (operator == Operator.NOT) {
                    push(
                            new Expression.Not(
                                    right.node(), span(token).union(right.node().span())),
                            right.depth() + 1);
                } else {
                    combine(operator, operands.removeLast(), right);
                }
            }
        }

        private void combine(Operator operator, Operand left, Operand right) throws Stop {
            Span whole = left.node().span().union(right.node().span());
            if (operator == Operator.AND || operator == Operator.OR) {
                List<Expression> parts = new ArrayList<>();
                int depth = 1 + Math.max(flatten(operator, left, parts), flatten(operator, right, parts));
                push(new Expression.Logical(operator, parts, whole), depth);
            } else {
                push(
                        new Expression.Comparison(operator, left.node(), right.node(), whole),
                        1 + Math.max(left.depth(), right.depth()));
            }
        }

        /** A chain of the same operator is one node, as in the runner; it counts once for the depth. */
        private static int flatten(Operator operator, Operand operand, List<Expression> parts) {
            if (operand.node() instanceof Expression.Logical inner && inner.operator() == operator) {
                parts.addAll(inner.operands());
                return operand.depth() - 1;
            }
            parts.add(operand.node());
            return operand.depth();
        }

        private void push(Expression node) throws Stop {
            push(node, 1);
        }

        private void push(Expression node, int depth) throws Stop {
            if (depth > GREATEST_DEPTH) {
                throw new Stop(new ExpressionProblem(ExpressionProblem.Kind.TOO_DEEP, "", 0, text.span()));
            }
            operands.add(new Operand(node, depth));
        }

        private Span span(Token token) {
            return text.toSource(token.start(), token.end());
        }

        private Stop stop(ExpressionProblem.Kind kind, Token token) {
            return new Stop(new ExpressionProblem(kind, token.text(), token.start(), span(token)));
        }
    }
}
