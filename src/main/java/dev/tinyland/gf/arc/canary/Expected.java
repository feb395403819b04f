package dev.tinyland.gf.arc.canary;

/** What a lane's job must find of one environment variable. */
public sealed interface Expected {

    /** It is set, to whatever. */
    record Any() implements Expected {}

    /** It is set, and means this. */
    record Value(String value) implements Expected {}

    /** It is not set: the lane has no such attachment. */
    record Absent() implements Expected {}

    /** As the dispatched workflow reads it: {@code NAME}, {@code NAME=VALUE} or {@code !NAME}. */
    default String line(String name) {
        return switch (this) {
            case Any _ -> name;
            case Value(String value) -> name + "=" + value;
            case Absent _ -> "!" + name;
        };
    }

    default boolean present() {
        return !(this instanceof Absent);
    }
}
