package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;

/**
 * A scalar that may hold {@code ${{ }}}.
 *
 * @param text the whole scalar
 * @param segments its parts in order; together they are the whole
 */
public record Template(Fragment text, List<Segment> segments) {

    /** A part of a template. */
    public sealed interface Segment {
        Fragment text();
    }

    /** Text that stands for itself. */
    public record Verbatim(Fragment text) implements Segment {}

    /**
     * {@code ${{ expression }}}.
     *
     * @param text with the braces
     * @param body without them
     */
    public record Interpolation(Fragment text, Fragment body, ParsedExpression parsed) implements Segment {}

    private static final String OPEN = "${{";
    private static final String CLOSE = "}}";

    public Template {
        segments = List.copyOf(segments);
    }

    public static Template parse(Fragment text) {
        List<Segment> segments = new ArrayList<>();
        String all = text.text();
        int from = 0;
        for (int open = all.indexOf(OPEN); open >= 0; open = all.indexOf(OPEN, from)) {
            if (open > from) {
                segments.add(new Verbatim(text.slice(from, open)));
            }
            int close = close(all, open + OPEN.length());
            int end = close < 0 ? all.length() : close + CLOSE.length();
            Fragment body = text.slice(open + OPEN.length(), close < 0 ? all.length() : close);
            segments.add(new Interpolation(
                    text.slice(open, end), body, close < 0 ? notClosed(body) : ExpressionParser.parse(body)));
            from = end;
        }
        if (from < all.length()) {
            segments.add(new Verbatim(text.slice(from, all.length())));
        }
        return new Template(text, segments);
    }

    /** Whether a scalar with this text holds no expression. */
    static boolean isLiteral(String all) {
        return !all.contains(OPEN);
    }

    /** Whether a scalar with this text is one expression and nothing else. */
    static boolean isOneExpression(String all) {
        if (!all.startsWith(OPEN)) {
            return false;
        }
        int close = close(all, OPEN.length());
        return close < 0 || close + CLOSE.length() == all.length();
    }

    /** The end of an expression: the first {@code }}} outside a string. */
    private static int close(String all, int from) {
        boolean inString = false;
        for (int at = from; at < all.length(); at++) {
            if (all.charAt(at) == '\'') {
                inString = !inString;
            } else if (!inString && all.startsWith(CLOSE, at)) {
                return at;
            }
        }
        return -1;
    }

    private static ParsedExpression notClosed(Fragment body) {
        return new ParsedExpression.Invalid(
                new ExpressionProblem(ExpressionProblem.Kind.NOT_CLOSED, "", 0, body.span()));
    }

    public List<Interpolation> interpolations() {
        return segments.stream()
                .filter(Interpolation.class::isInstance)
                .map(Interpolation.class::cast)
                .toList();
    }

    public boolean isLiteral() {
        return interpolations().isEmpty();
    }

    /** Whether the whole scalar is one {@code ${{ }}} and therefore keeps the type of its value. */
    public boolean isOneExpression() {
        return segments.size() == 1 && segments.getFirst() instanceof Interpolation;
    }

    /**
     * The value: text, or for one expression alone whatever that is. An expression that cannot be read or evaluated is
     * unknown.
     */
    public Value evaluate(Evaluator evaluator) {
        if (isOneExpression() && segments.getFirst() instanceof Interpolation only) {
            return value(only, evaluator);
        }
        List<Value> pieces = new ArrayList<>();
        for (Segment segment : segments) {
            pieces.add(
                    switch (segment) {
                        case Verbatim verbatim -> Value.of(verbatim.text().text());
                        case Interpolation interpolation -> value(interpolation, evaluator);
                    });
        }
        return Functions.concatenate(pieces);
    }

    private static Value value(Interpolation interpolation, Evaluator evaluator) {
        return valueOf(interpolation.parsed(), interpolation.text(), evaluator);
    }

    static Value valueOf(ParsedExpression parsed, Fragment text, Evaluator evaluator) {
        return switch (parsed) {
            case ParsedExpression.Blank _ -> Values.NULL;
            case ParsedExpression.Invalid _ -> Value.Unknown.at(text.text().strip());
            case ParsedExpression.Valid valid ->
                switch (evaluator.evaluate(valid.root())) {
                    case Evaluation.Result result -> result.value();
                    case Evaluation.Failure _ -> Value.Unknown.at(text.text().strip());
                };
        };
    }
}
