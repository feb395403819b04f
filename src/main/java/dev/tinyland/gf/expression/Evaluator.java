package dev.tinyland.gf.expression;

import dev.tinyland.gf.expression.Value.Unknown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Evaluates expressions as the runner does. What is not given is unknown, not null: a context that is missing here, a
 * status function without a result, {@code hashFiles}. Unknown values are followed exactly: {@code false && unknown} is
 * false, {@code unknown == 'x'} is unknown.
 */
public final class Evaluator {
    private static final Set<String> STATUS_FUNCTIONS = Set.of("success", "failure", "always", "cancelled");

    private final Map<String, Value> contexts = new TreeMap<>();
    private final Map<String, Value> statusFunctions = new TreeMap<>();

    /**
     * @param contexts the contexts by name, such as {@code github}
     * @param statusFunctions results of functions without arguments, such as {@code success}
     */
    public Evaluator(Map<String, Value> contexts, Map<String, Value> statusFunctions) {
        contexts.forEach((name, value) -> this.contexts.put(name.toLowerCase(Locale.ROOT), value));
        statusFunctions.forEach((name, value) -> this.statusFunctions.put(name.toLowerCase(Locale.ROOT), value));
    }

    public Evaluation evaluate(Expression expression) {
        try {
            return new Evaluation.Result(value(expression));
        } catch (EvaluationStop stop) {
            return stop.failure();
        }
    }

    /** What a value counts for in a condition. */
    public static Truth truth(Value value) {
        return Coercion.truth(value);
    }

    /** Whether a value is this text in any case; unknown where that cannot be said. */
    public static Value isText(Value value, String text) {
        return Possibilities.map(
                value,
                one -> one instanceof Unknown
                        ? Coercion.equal(one, Value.of(text))
                        : Value.of(Coercion.fold(Coercion.text(one)).equals(Coercion.fold(text))));
    }

    /** The opposite of a condition. */
    public static Value negated(Value condition) {
        return not(condition);
    }

    /** A known value as text. */
    public static String text(Value value) {
        return Coercion.text(value);
    }

    /** What a status function gives. */
    Value status(String name) {
        Value status = statusFunctions.get(name);
        return status == null ? Unknown.bool(Set.of(name + "()")) : status;
    }

    Value value(Expression expression) throws EvaluationStop {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Context context -> {
                Value known = contexts.get(context.name().toLowerCase(Locale.ROOT));
                yield known == null ? Unknown.at(context.name().toLowerCase(Locale.ROOT)) : known;
            }
            case Expression.Wildcard _ -> Value.of("*");
            case Expression.Access access -> access(access);
            case Expression.Not not -> not(value(not.operand()));
            case Expression.Comparison comparison ->
                compare(comparison.operator(), value(comparison.left()), value(comparison.right()));
            case Expression.Logical logical -> logical(logical);
            case Expression.Call call -> call(call);
        };
    }

    private Value access(Expression.Access access) throws EvaluationStop {
        Value target = value(access.target());
        return access.index() instanceof Expression.Wildcard
                ? Possibilities.map(target, Indexing::all)
                : Possibilities.map(target, value(access.index()), Indexing::one);
    }

    private Value call(Expression.Call call) throws EvaluationStop {
        String name = call.function().toLowerCase(Locale.ROOT);
        return STATUS_FUNCTIONS.contains(name) ? status(name) : new Functions(this, call).result(name);
    }

    private static Value not(Value operand) {
        return Possibilities.map(operand, one -> switch (Coercion.truth(one)) {
            case TRUE -> Values.FALSE;
            case FALSE -> Values.TRUE;
            case UNKNOWN -> Unknown.bool(one.origins());
        });
    }

    private static Value compare(Operator operator, Value left, Value right) {
        return switch (operator) {
            case EQUAL -> Coercion.equal(left, right);
            case NOT_EQUAL -> not(Coercion.equal(left, right));
            case GREATER -> Coercion.ordered(left, right, 1);
            case LESS -> Coercion.ordered(left, right, -1);
            case GREATER_OR_EQUAL -> either(Coercion.equal(left, right), Coercion.ordered(left, right, 1));
            case LESS_OR_EQUAL -> either(Coercion.equal(left, right), Coercion.ordered(left, right, -1));
            case NOT, AND, OR -> throw new IllegalArgumentException(operator + " compares nothing");
        };
    }

    private static Value either(Value first, Value second) {
        return switch (Coercion.truth(first).or(Coercion.truth(second))) {
            case TRUE -> Values.TRUE;
            case FALSE -> Values.FALSE;
            case UNKNOWN -> Possibilities.because(Unknown.bool(first.origins()), second.origins());
        };
    }

    private Value logical(Expression.Logical logical) throws EvaluationStop {
        Truth deciding = logical.operator() == Operator.AND ? Truth.FALSE : Truth.TRUE;
        Value result = value(logical.operands().getFirst());
        for (Expression operand :
                logical.operands().subList(1, logical.operands().size())) {
            if (Coercion.truth(result) == deciding) {
                return result;
            }
            result = chain(result, value(operand), deciding);
        }
        return result;
    }

    /** The operand that a chain stands at after one more: the first where that decides, else the second. */
    private static Value chain(Value first, Value second, Truth deciding) {
        return Possibilities.map(first, one -> {
            Truth truth = Coercion.truth(one);
            if (truth == deciding) {
                return one;
            }
            if (truth == Truth.UNKNOWN && one instanceof Unknown unknown) {
                return Value.anyOf(List.of(unknown.withTruth(deciding), second));
            }
            return second;
        });
    }
}
