package dev.tinyland.gf.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A value of an expression. Arrays and objects are equal only to themselves, as in the runner. */
public sealed interface Value {

    static Bool of(boolean value) {
        return value ? Values.TRUE : Values.FALSE;
    }

    static Text of(String value) {
        return new Text(value);
    }

    record Null() implements Value {}

    record Bool(boolean value) implements Value {}

    record Numeric(double value) implements Value {}

    record Text(String value) implements Value {}

    /** A list. What a {@code *} selects is a filtered list: further access goes into each of its items. */
    final class Array implements Value {
        private final List<Value> items;
        private final boolean filtered;

        private Array(List<Value> items, boolean filtered) {
            this.items = List.copyOf(items);
            this.filtered = filtered;
        }

        public static Array of(List<Value> items) {
            return new Array(items, false);
        }

        static Array filtered(List<Value> items) {
            return new Array(items, true);
        }

        public List<Value> items() {
            return items;
        }

        boolean filtered() {
            return filtered;
        }

        @Override
        public String toString() {
            return items.toString();
        }
    }

    /**
     * A mapping. An open object is one of which only some keys are known: any other key is {@link Unknown}, under the
     * path at which the object stands.
     */
    final class Mapping implements Value {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final boolean caseSensitive;
        private final Optional<String> openPath;

        private record Entry(String key, Value value) {}

        private Mapping(Map<String, Value> values, boolean caseSensitive, Optional<String> openPath) {
            this.caseSensitive = caseSensitive;
            this.openPath = openPath;
            values.forEach((key, value) -> entries.put(fold(key), new Entry(key, value)));
        }

        public static Mapping of(Map<String, Value> values) {
            return new Mapping(values, false, Optional.empty());
        }

        /**
         * An object of which only some keys are known.
         *
         * @param path how the object is reached, such as {@code github.event}
         */
        public static Mapping open(String path, Map<String, Value> known) {
            return new Mapping(known, false, Optional.of(path));
        }

        /** Keys differ by case: what the runner does with {@code env} on Linux. */
        public static Mapping openCaseSensitive(String path, Map<String, Value> known) {
            return new Mapping(known, true, Optional.of(path));
        }

        public boolean isOpen() {
            return openPath.isPresent();
        }

        /** Null for a key that is not there; unknown for a key that may be there. */
        public Value get(String key) {
            return find(key).orElse(Values.NULL);
        }

        Optional<Value> find(String key) {
            Entry entry = entries.get(fold(key));
            if (entry != null) {
                return Optional.of(entry.value());
            }
            return openPath.map(path -> Unknown.at(path + "." + key));
        }

        /** What to call the whole when something of it is asked that cannot be answered. */
        Optional<String> openPath() {
            return openPath;
        }

        public List<String> keys() {
            return entries.values().stream().map(Entry::key).toList();
        }

        public List<Value> values() {
            return entries.values().stream().map(Entry::value).toList();
        }

        private String fold(String key) {
            return caseSensitive ? key : Coercion.fold(key);
        }

        @Override
        public String toString() {
            return keys().toString();
        }
    }

    /**
     * A value that cannot be known here.
     *
     * @param origins the context paths it came from, such as {@code vars.FORCE}
     * @param kind what is known of its kind
     * @param truth what is known of its truth; never decided where the alternatives are of both
     * @param alternatives the values it can have, two or more, themselves without alternatives; empty where they cannot
     *     be counted
     */
    record Unknown(Set<String> origins, Kind kind, Truth truth, List<Value> alternatives) implements Value {

        /** What is known of an unknown value. */
        public enum Kind {
            ANYTHING,
            TEXT,
            BOOLEAN
        }

        public Unknown {
            origins = Collections.unmodifiableSet(new TreeSet<>(origins));
            alternatives = List.copyOf(alternatives);
        }

        public static Unknown at(String path) {
            return new Unknown(Set.of(path), Kind.ANYTHING, Truth.UNKNOWN, List.of());
        }

        public static Unknown of(Collection<String> origins) {
            return new Unknown(Set.copyOf(origins), Kind.ANYTHING, Truth.UNKNOWN, List.of());
        }

        /** Some text, perhaps empty. */
        public static Unknown text(Collection<String> origins) {
            return new Unknown(Set.copyOf(origins), Kind.TEXT, Truth.UNKNOWN, List.of());
        }

        /** Text that is there but is not known, such as a secret that is set. */
        public static Unknown presentText(Collection<String> origins) {
            return new Unknown(Set.copyOf(origins), Kind.TEXT, Truth.TRUE, List.of());
        }

        public static Unknown bool(Collection<String> origins) {
            return new Unknown(Set.copyOf(origins), Kind.BOOLEAN, Truth.UNKNOWN, List.of(Values.TRUE, Values.FALSE));
        }

        Unknown withTruth(Truth known) {
            return new Unknown(origins, kind, known, alternatives);
        }

        /** What this can be, each without alternatives of its own. */
        List<Value> possibilities() {
            return alternatives.isEmpty() ? List.of(this) : alternatives;
        }
    }

    /** The paths that keep a value from being known; empty for a known one. */
    default Set<String> origins() {
        return this instanceof Unknown unknown ? unknown.origins() : Set.of();
    }

    /** All that any of these values can be, as one value. */
    static Value anyOf(Collection<? extends Value> values) {
        return Possibilities.merge(new ArrayList<>(values));
    }
}
