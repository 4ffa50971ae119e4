package dev.jobglass.monitor;

import dev.jobglass.api.Problem;

/** What came of asking a server once. */
public sealed interface ConnectionTest {
    /**
     * It lists its jobs.
     *
     * @param millis how long its response took
     * @param jobs how many it has, or -1 when it does not say
     */
    record Lists(long millis, int jobs) implements ConnectionTest {
    }

    /**
     * It is there, but has no list of jobs.
     *
     * @param millis how long its response took
     */
    record ListsNothing(long millis) implements ConnectionTest {
    }

    /**
     * It was not asked, for the key that is kept of it cannot be one.
     */
    record KeyUnusable() implements ConnectionTest {
    }

    /**
     * It did not respond as hoped.
     *
     * @param problem why
     */
    record Failed(Problem problem) implements ConnectionTest {
    }
}
