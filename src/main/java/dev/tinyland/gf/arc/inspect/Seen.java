package dev.tinyland.gf.arc.inspect;

import java.util.List;
import java.util.Optional;

/** Something that was looked for: what was seen, or why nothing could be. */
public sealed interface Seen<T> {

    /** It was seen. */
    record Of<T>(T value) implements Seen<T> {}

    /**
     * It could not be looked at.
     *
     * @param why one clause, as in {@code the server says no (403)}
     * @param next what to do about it
     */
    record Not<T>(String why, String next) implements Seen<T> {}

    static <T> Seen<T> of(T value) {
        return new Of<>(value);
    }

    static <T> Seen<T> not(String why, String next) {
        return new Not<>(why, next);
    }

    default Optional<T> found() {
        return switch (this) {
            case Of<T>(T value) -> Optional.of(value);
            case Not<T> _ -> Optional.empty();
        };
    }

    /** The items of a list, none where it could not be looked at. */
    static <E> List<E> items(Seen<List<E>> seen) {
        return seen.found().orElse(List.of());
    }
}
