package dev.jobglass.api;

import java.util.function.Function;

/**
 * What came of asking the server: a value or a problem, never an exception.
 *
 * @param <T> the value asked for
 */
public sealed interface Response<T> {
    /**
     * {@return what {@code next} makes of the value, or the same problem}
     *
     * @param next takes the value
     * @param <R> what it makes of it
     */
    default <R> Response<R> then(Function<T, Response<R>> next) {
        return switch (this) {
            case Success<T>(T value) -> next.apply(value);
            case Failure<T>(Problem problem) -> new Failure<>(problem);
        };
    }

    /**
     * {@return the same with another value, or the same problem}
     *
     * @param change takes the value
     * @param <R> the other's type
     */
    default <R> Response<R> map(Function<T, R> change) {
        return then(value -> new Success<>(change.apply(value)));
    }

    /**
     * The server answered as hoped.
     *
     * @param value what it said, not null
     * @param <T> its type
     */
    record Success<T>(T value) implements Response<T> {
    }

    /**
     * It did not.
     *
     * @param problem why, not null
     * @param <T> the type of the value that is missing
     */
    record Failure<T>(Problem problem) implements Response<T> {
    }
}
