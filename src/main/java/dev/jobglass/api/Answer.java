package dev.jobglass.api;

/**
 * What came of asking the server: a value or a problem, never an exception.
 *
 * @param <T> the value asked for
 */
public sealed interface Answer<T> {
    /**
     * The server answered as hoped.
     *
     * @param value what it said, not null
     * @param <T> its type
     */
    record Given<T>(T value) implements Answer<T> {
    }

    /**
     * It did not.
     *
     * @param problem why, not null
     * @param <T> the type of the value that is missing
     */
    record Refused<T>(Problem problem) implements Answer<T> {
    }
}
