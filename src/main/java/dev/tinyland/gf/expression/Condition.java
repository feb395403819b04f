package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The text of an {@code if:}. Without braces the whole is an expression; with them it must be one {@code ${{ }}} and
 * nothing else, for any text around it, be it a line break, makes a text that is always true.
 *
 * @param text the scalar as decoded
 * @param form what kind of condition it is
 */
public record Condition(Fragment text, Form form) {

    /** How a condition is written. */
    public sealed interface Form {}

    /** One expression, with or without braces around the whole. */
    public record Whole(ParsedExpression parsed) implements Form {}

    /** A text put together of several parts; true whatever the expressions say if one of them is plain text. */
    public record Assembled(Template template) implements Form {}

    private static final Set<String> STATUS_FUNCTIONS = Set.of("success", "failure", "always", "cancelled");

    public static Condition parse(Fragment text) {
        Template template = Template.parse(text);
        if (template.isLiteral()) {
            return new Condition(text, new Whole(ExpressionParser.parse(text)));
        }
        if (template.isOneExpression()) {
            return new Condition(
                    text, new Whole(template.interpolations().getFirst().parsed()));
        }
        return new Condition(text, new Assembled(template));
    }

    /** Whether a condition with this text is one expression and nothing else, told without reading it. */
    public static boolean isWhole(String text) {
        return Template.isLiteral(text) || Template.isOneExpression(text);
    }

    /** Whether text around the braces makes it true whatever the expressions say. */
    public boolean alwaysTrue() {
        return form instanceof Assembled(Template template)
                && template.segments().stream().anyMatch(Template.Verbatim.class::isInstance);
    }

    /** Every expression in it that could be read. */
    public List<Expression> expressions() {
        List<ParsedExpression> parsed = switch (form) {
            case Whole whole -> List.of(whole.parsed());
            case Assembled assembled ->
                assembled.template().interpolations().stream()
                        .map(Template.Interpolation::parsed)
                        .toList();
        };
        return parsed.stream()
                .filter(ParsedExpression.Valid.class::isInstance)
                .map(ParsedExpression.Valid.class::cast)
                .map(ParsedExpression.Valid::root)
                .toList();
    }

    /** Whether it says itself what is to happen after a failure; if not, the runner puts {@code success()} before it. */
    public boolean namesStatus() {
        Deque<Expression> open = new ArrayDeque<>(expressions());
        while (!open.isEmpty()) {
            Expression expression = open.pop();
            if (expression instanceof Expression.Call call
                    && STATUS_FUNCTIONS.contains(call.function().toLowerCase(Locale.ROOT))) {
                return true;
            }
            open.addAll(expression.children());
        }
        return false;
    }

    /** The value with the implied {@code success()}; unknown where the runner would stop with an error. */
    public Value evaluate(Evaluator evaluator) {
        Value own = switch (form) {
            case Assembled assembled -> assembled.template().evaluate(evaluator);
            case Whole whole -> whole(whole.parsed(), evaluator);
        };
        return namesStatus() ? own : afterSuccess(own, evaluator);
    }

    private Value whole(ParsedExpression parsed, Evaluator evaluator) {
        return parsed instanceof ParsedExpression.Blank ? Values.TRUE : Template.valueOf(parsed, text, evaluator);
    }

    private static Value afterSuccess(Value own, Evaluator evaluator) {
        Value success = evaluator.status("success");
        return switch (Coercion.truth(success)) {
            case TRUE -> own;
            case FALSE -> success;
            case UNKNOWN -> Coercion.truth(own) == Truth.FALSE ? own : Possibilities.because(success, own.origins());
        };
    }

    /** What the condition comes to. */
    public Truth truth(Evaluator evaluator) {
        return Coercion.truth(evaluate(evaluator));
    }

    /** The problem that keeps the whole from being read. */
    public Optional<ExpressionProblem> problem() {
        return form instanceof Whole(ParsedExpression.Invalid(ExpressionProblem problem))
                ? Optional.of(problem)
                : Optional.empty();
    }
}
