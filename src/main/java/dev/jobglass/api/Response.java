package dev.jobglass.api;

/**
 * What came of asking the server: a value or a problem, never an exception.
 *
 * @param <T> the value asked for
 */
public sealed interface Response<T> {
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
