package dev.tinyland.gf.expression;

import dev.tinyland.gf.expression.Value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Calculating with values of which several are possible: an operation is done on each, and the results are joined. */
final class Possibilities {
    /** Beyond this a value is no longer followed case by case. */
    private static final int MOST = 24;

    private Possibilities() {}

    static List<Value> of(Value value) {
        return value instanceof Unknown unknown ? unknown.possibilities() : List.of(value);
    }

    static Value map(Value value, UnaryOperator<Value> operation) {
        List<Value> results = new ArrayList<>();
        for (Value possible : of(value)) {
            results.add(operation.apply(possible));
        }
        return because(merge(results), choice(value));
    }

    static Value map(Value left, Value right, BinaryOperator<Value> operation) {
        List<Value> results = new ArrayList<>();
        for (Value first : of(left)) {
            for (Value second : of(right)) {
                results.add(operation.apply(first, second));
            }
        }
        return because(because(merge(results), choice(left)), choice(right));
    }

    /** Why it is not known which of several values it is; an operation on a single value names its origins itself. */
    private static Set<String> choice(Value value) {
        return of(value).size() > 1 ? value.origins() : Set.of();
    }

    /** Adds the reasons for which a value is not known; a known value needs none. */
    static Value because(Value value, Set<String> origins) {
        if (!(value instanceof Unknown unknown) || origins.isEmpty()) {
            return value;
        }
        Set<String> all = new TreeSet<>(unknown.origins());
        all.addAll(origins);
        return new Unknown(all, unknown.kind(), unknown.truth(), unknown.alternatives());
    }

    static Value merge(List<Value> values) {
        Set<Value> distinct = new LinkedHashSet<>();
        Set<String> origins = new TreeSet<>();
        for (Value value : values) {
            distinct.addAll(of(value));
            origins.addAll(value.origins());
        }
        if (distinct.size() == 1) {
            return because(distinct.iterator().next(), origins);
        }
        Unknown.Kind kind = kindOf(distinct);
        Truth truth = truthOf(distinct);
        List<Value> alternatives = distinct.size() > MOST ? List.of() : List.copyOf(distinct);
        return new Unknown(origins, kind, truth, alternatives);
    }

    private static Unknown.Kind kindOf(Set<Value> values) {
        Set<Unknown.Kind> kinds = new LinkedHashSet<>();
        for (Value value : values) {
            kinds.add(
                    switch (value) {
                        case Value.Bool _ -> Unknown.Kind.BOOLEAN;
                        case Value.Text _ -> Unknown.Kind.TEXT;
                        case Unknown unknown -> unknown.kind();
                        case Value.Null _, Value.Numeric _, Value.Array _, Value.Mapping _ -> Unknown.Kind.ANYTHING;
                    });
        }
        return kinds.size() == 1 ? kinds.iterator().next() : Unknown.Kind.ANYTHING;
    }

    private static Truth truthOf(Set<Value> values) {
        Set<Truth> truths = new LinkedHashSet<>();
        values.forEach(value -> truths.add(Coercion.truth(value)));
        return truths.size() == 1 ? truths.iterator().next() : Truth.UNKNOWN;
    }
}
