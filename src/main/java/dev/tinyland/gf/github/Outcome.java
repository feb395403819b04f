package dev.tinyland.gf.github;

import java.util.function.Function;

/**
 * What came of a call.
 *
 * @param <T> what a call that went well gives
 */
public sealed interface Outcome<T> {

    /** It went well. */
    record Ok<T>(T value) implements Outcome<T> {}

    /** It did not; the failure says why and what that means. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Outcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Failed<T>(Failure failure) -> failed(failure);
        };
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return then(value -> ok(change.apply(value)));
    }
}
