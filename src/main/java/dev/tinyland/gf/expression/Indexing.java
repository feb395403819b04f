package dev.tinyland.gf.expression;

import dev.tinyland.gf.expression.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Access into arrays and objects, each operand without alternatives. */
final class Indexing {
    private Indexing() {}

    /** {@code target[index]}. */
    static Value one(Value target, Value index) {
        return switch (target) {
            case Unknown unknown -> intoUnknown(unknown, index);
            case Value.Mapping object -> intoObject(object, index);
            case Value.Array array -> array.filtered() ? intoEach(array, index) : intoArray(array, index);
            case Value.Null _, Value.Bool _, Value.Numeric _, Value.Text _ -> Values.NULL;
        };
    }

    /** {@code target.*}. */
    static Value all(Value target) {
        return switch (target) {
            case Unknown unknown when unknown.kind() == Unknown.Kind.ANYTHING -> below(unknown, "*");
            case Value.Mapping object -> {
                Optional<String> open = object.openPath();
                yield open.isPresent() ? Unknown.at(open.get() + ".*") : Value.Array.filtered(object.values());
            }
            case Value.Array array -> array.filtered() ? everyItemOfEach(array) : Value.Array.filtered(array.items());
            case Value.Null _, Value.Bool _, Value.Numeric _, Value.Text _, Unknown _ ->
                Value.Array.filtered(List.of());
        };
    }

    private static Value intoUnknown(Unknown target, Value index) {
        if (target.kind() != Unknown.Kind.ANYTHING) {
            return Values.NULL;
        }
        return index instanceof Value.Text name
                ? below(target, name.value())
                : Unknown.of(Possibilities.because(target, index.origins()).origins());
    }

    private static Value below(Unknown target, String name) {
        return Unknown.of(
                target.origins().stream().map(origin -> origin + "." + name).toList());
    }

    private static Value intoObject(Value.Mapping object, Value index) {
        if (index instanceof Unknown) {
            if (object.isOpen()) {
                return Possibilities.because(Unknown.at(object.openPath().orElseThrow() + "[…]"), index.origins());
            }
            return anyOrNull(object.values(), index);
        }
        return Coercion.isPrimitive(index) ? object.get(Coercion.text(index)) : Values.NULL;
    }

    private static Value intoArray(Value.Array array, Value index) {
        if (index instanceof Unknown) {
            return anyOrNull(array.items(), index);
        }
        OptionalInt position = position(index, array.items().size());
        return position.isPresent() ? array.items().get(position.getAsInt()) : Values.NULL;
    }

    private static Value anyOrNull(List<Value> values, Value index) {
        List<Value> possible = new ArrayList<>(values);
        possible.add(Values.NULL);
        return Possibilities.because(Value.anyOf(possible), index.origins());
    }

    private static OptionalInt position(Value index, int size) {
        double number = Coercion.number(index);
        return number >= 0 && Math.floor(number) < size ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    private static Value intoEach(Value.Array array, Value index) {
        if (index instanceof Unknown) {
            return Unknown.of(index.origins());
        }
        List<Value> found = new ArrayList<>();
        for (Value item : array.items()) {
            switch (item) {
                case Value.Mapping object -> {
                    if (Coercion.isPrimitive(index)) {
                        object.find(Coercion.text(index)).ifPresent(found::add);
                    }
                }
                case Value.Array inner -> {
                    OptionalInt position = position(index, inner.items().size());
                    if (position.isPresent()) {
                        found.add(inner.items().get(position.getAsInt()));
                    }
                }
                case Unknown unknown -> {
                    return intoUnknown(unknown, index);
                }
                case Value.Null _, Value.Bool _, Value.Numeric _, Value.Text _ -> {}
            }
        }
        return Value.Array.filtered(found);
    }

    private static Value everyItemOfEach(Value.Array array) {
        List<Value> found = new ArrayList<>();
        for (Value item : array.items()) {
            switch (all(item)) {
                case Value.Array items -> found.addAll(items.items());
                case Value other -> {
                    return other;
                }
            }
        }
        return Value.Array.filtered(found);
    }
}
