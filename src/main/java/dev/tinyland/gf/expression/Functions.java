package dev.tinyland.gf.expression;

import dev.tinyland.gf.expression.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The functions. Arguments are evaluated only where the runner evaluates them. */
final class Functions {
    /**
     * Longest text in UTF-16 units. The runner allows an evaluation one megabyte; without a limit a few nested calls
     * of {@code format} make any amount.
     */
    static final int GREATEST_TEXT = 500_000;

    private static final String TOO_MUCH = "The maximum allowed memory size was exceeded";

    private final Evaluator evaluator;
    private final Expression.Call call;

    Functions(Evaluator evaluator, Expression.Call call) {
        this.evaluator = evaluator;
        this.call = call;
    }

    /** @param name the function, in lower case */
    Value result(String name) throws EvaluationStop {
        Value result = unlimited(name);
        for (Value possible : Possibilities.of(result)) {
            if (possible instanceof Value.Text text && text.value().length() > GREATEST_TEXT) {
                throw stop(TOO_MUCH);
            }
        }
        return result;
    }

    private Value unlimited(String name) throws EvaluationStop {
        return switch (name) {
            case "contains" -> Possibilities.map(argument(0), argument(1), Functions::contains);
            case "startswith" -> Possibilities.map(argument(0), argument(1), (text, part) -> affix(text, part, true));
            case "endswith" -> Possibilities.map(argument(0), argument(1), (text, part) -> affix(text, part, false));
            case "join" -> join();
            case "format" -> format();
            case "tojson" -> toJson(argument(0));
            case "fromjson" -> fromJson();
            case "case" -> firstOfCases();
            case "hashfiles" -> Unknown.text(Set.of("hashFiles()"));
            default -> Unknown.at(call.function() + "()");
        };
    }

    private Value argument(int index) throws EvaluationStop {
        return evaluator.value(call.arguments().get(index));
    }

    private EvaluationStop stop(String reason) {
        return new EvaluationStop(reason, call.span());
    }

    private static Value contains(Value search, Value item) {
        if (search instanceof Value.Array array) {
            return containsItem(array, item);
        }
        if (search instanceof Value.Mapping || item instanceof Value.Array || item instanceof Value.Mapping) {
            boolean undecided = search instanceof Unknown unknown && unknown.kind() == Unknown.Kind.ANYTHING;
            return undecided ? undecided(search, item) : Values.FALSE;
        }
        if (search instanceof Unknown || item instanceof Unknown) {
            boolean everyTextHasIt = Coercion.isPrimitive(search)
                    && item instanceof Value.Text text
                    && text.value().isEmpty();
            return everyTextHasIt ? Values.TRUE : undecided(search, item);
        }
        return Value.of(Coercion.fold(Coercion.text(search)).contains(Coercion.fold(Coercion.text(item))));
    }

    private static Value containsItem(Value.Array array, Value item) {
        Value found = Values.FALSE;
        for (Value element : array.items()) {
            Value same = Coercion.equal(element, item);
            if (Coercion.truth(same) == Truth.TRUE) {
                return Values.TRUE;
            }
            found = Coercion.truth(same) == Truth.UNKNOWN ? same : found;
        }
        return found;
    }

    private static Value affix(Value text, Value part, boolean atStart) {
        if (text instanceof Value.Array
                || text instanceof Value.Mapping
                || part instanceof Value.Array
                || part instanceof Value.Mapping) {
            return Values.FALSE;
        }
        if (text instanceof Unknown || part instanceof Unknown) {
            boolean everyTextHasIt = Coercion.isPrimitive(text)
                    && part instanceof Value.Text affix
                    && affix.value().isEmpty();
            return everyTextHasIt ? Values.TRUE : undecided(text, part);
        }
        String whole = Coercion.fold(Coercion.text(text));
        String affix = Coercion.fold(Coercion.text(part));
        return Value.of(atStart ? whole.startsWith(affix) : whole.endsWith(affix));
    }

    private static Value undecided(Value first, Value second) {
        return Possibilities.because(Unknown.bool(first.origins()), second.origins());
    }

    private Value join() throws EvaluationStop {
        Value items = argument(0);
        boolean several = items instanceof Value.Array array && array.items().size() > 1;
        Value separator = several && call.arguments().size() > 1 ? argument(1) : Value.of(",");
        return Possibilities.map(items, separator, Functions::joined);
    }

    private static Value joined(Value items, Value separator) {
        if (items instanceof Unknown) {
            return Unknown.text(items.origins());
        }
        if (!(items instanceof Value.Array array)) {
            return Value.of(Coercion.isPrimitive(items) ? Coercion.text(items) : "");
        }
        Set<String> origins = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        boolean known = true;
        for (Value item : array.items()) {
            known &= !(item instanceof Unknown);
            origins.addAll(item.origins());
            texts.add(item instanceof Unknown ? "" : Coercion.text(item));
        }
        if (!known || separator instanceof Unknown) {
            origins.addAll(separator.origins());
            return Unknown.text(origins);
        }
        return Value.of(String.join(Coercion.isPrimitive(separator) ? Coercion.text(separator) : ",", texts));
    }

    private Value format() throws EvaluationStop {
        Value pattern = argument(0);
        List<Value> results = new ArrayList<>();
        for (Value possible : Possibilities.of(pattern)) {
            results.add(
                    possible instanceof Unknown
                            ? Unknown.text(possible.origins())
                            : formatted(Coercion.text(possible)));
        }
        return Possibilities.because(Possibilities.merge(results), pattern.origins());
    }

    private Value formatted(String pattern) throws EvaluationStop {
        List<Value> pieces = new ArrayList<>();
        long length = pattern.length();
        for (FormatPattern.Piece piece : FormatPattern.read(pattern, this::stop)) {
            switch (piece) {
                case FormatPattern.Verbatim verbatim -> pieces.add(Value.of(verbatim.text()));
                case FormatPattern.Argument argument -> {
                    if (argument.index() + 1 >= call.arguments().size()) {
                        throw stop("The format string references more arguments than were supplied: " + pattern);
                    }
                    Value value = argument(argument.index() + 1);
                    length += value instanceof Value.Text text ? text.value().length() : 0;
                    if (length > GREATEST_TEXT) {
                        throw stop(TOO_MUCH);
                    }
                    pieces.add(value);
                }
            }
        }
        return concatenate(pieces);
    }

    /** The texts of all values one after the other. */
    static Value concatenate(List<Value> pieces) {
        Value whole = Values.EMPTY_TEXT;
        for (Value piece : pieces) {
            whole = Possibilities.map(whole, piece, Functions::append);
        }
        return whole;
    }

    private static Value append(Value start, Value end) {
        if (start instanceof Unknown || end instanceof Unknown) {
            boolean present = isPresentText(start) || isPresentText(end);
            Set<String> origins = new TreeSet<>(start.origins());
            origins.addAll(end.origins());
            return present ? Unknown.presentText(origins) : Unknown.text(origins);
        }
        return Value.of(Coercion.text(start) + Coercion.text(end));
    }

    private static boolean isPresentText(Value value) {
        return value instanceof Unknown unknown
                ? unknown.truth() == Truth.TRUE
                : !Coercion.text(value).isEmpty();
    }

    private static Value toJson(Value value) {
        return Possibilities.map(value, one -> {
            Set<String> origins = JsonText.unknownsIn(one);
            return origins.isEmpty() ? Value.of(JsonText.write(one)) : Unknown.presentText(origins);
        });
    }

    private Value fromJson() throws EvaluationStop {
        Value text = argument(0);
        List<Value> results = new ArrayList<>();
        for (Value possible : Possibilities.of(text)) {
            results.add(
                    possible instanceof Unknown
                            ? Unknown.of(possible.origins())
                            : JsonText.read(Coercion.text(possible), this::stop));
        }
        return Possibilities.because(Possibilities.merge(results), text.origins());
    }

    private Value firstOfCases() throws EvaluationStop {
        int last = call.arguments().size() - 1;
        List<Value> possible = new ArrayList<>();
        Set<String> origins = new TreeSet<>();
        for (int i = 0; i < last; i += 2) {
            Value predicate = argument(i);
            boolean couldBeBoolean = predicate instanceof Value.Bool
                    || (predicate instanceof Unknown unknown && unknown.kind() != Unknown.Kind.TEXT);
            if (!couldBeBoolean) {
                throw stop("case predicate must evaluate to a boolean value");
            }
            if (Coercion.truth(predicate) == Truth.FALSE) {
                continue;
            }
            origins.addAll(predicate.origins());
            possible.add(argument(i + 1));
            if (Coercion.truth(predicate) == Truth.TRUE) {
                return Possibilities.because(Value.anyOf(possible), origins);
            }
        }
        possible.add(argument(last));
        return Possibilities.because(Value.anyOf(possible), origins);
    }
}
