package dev.tinyland.gf.expression;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.Map;

/** Short ways to read and evaluate in these tests. */
final class Expressions {
    private Expressions() {}

    static Fragment fragment(String text) {
        return Fragment.whole(new SourceFile("test", text));
    }

    static ParsedExpression parse(String text) {
        return ExpressionParser.parse(fragment(text));
    }

    static Expression valid(String text) {
        return switch (parse(text)) {
            case ParsedExpression.Valid valid -> valid.root();
            case ParsedExpression.Blank _ -> throw new AssertionError("blank: " + text);
            case ParsedExpression.Invalid invalid ->
                throw new AssertionError(text + ": " + invalid.problem().message());
        };
    }

    static ExpressionProblem problem(String text) {
        return switch (parse(text)) {
            case ParsedExpression.Invalid invalid -> invalid.problem();
            case ParsedExpression.Valid _, ParsedExpression.Blank _ -> throw new AssertionError("read: " + text);
        };
    }

    static Evaluation evaluate(String text, Map<String, Value> contexts) {
        return new Evaluator(contexts, Map.of()).evaluate(valid(text));
    }

    static Value value(String text, Map<String, Value> contexts) {
        return switch (evaluate(text, contexts)) {
            case Evaluation.Result result -> result.value();
            case Evaluation.Failure failure -> throw new AssertionError(text + ": " + failure.reason());
        };
    }

    static Value.Mapping json(String object) {
        return (Value.Mapping) value("fromJSON('" + object.replace("'", "''") + "')", Map.of());
    }

    /** A value as the tables here write it: text bare, the rest as JSON with its kind. */
    static String show(Value value) {
        return switch (value) {
            case Value.Text text -> "'" + text.value() + "'";
            case Value.Null _ -> "null";
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Numeric numeric -> Coercion.text(numeric.value());
            case Value.Array array ->
                array.items().stream().map(Expressions::show).toList().toString();
            case Value.Mapping mapping -> "{" + String.join(",", mapping.keys()) + "}";
            case Value.Unknown unknown ->
                unknown.alternatives().isEmpty()
                        ? "unknown" + unknown.origins()
                        : "one of "
                                + unknown.alternatives().stream()
                                        .map(Expressions::show)
                                        .sorted()
                                        .toList();
        };
    }
}
