package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;

/** What a user wrote about a server's API key. */
public sealed interface KeyChange {
    /** Nothing: what is known stays. */
    record Unchanged() implements KeyChange {
    }

    /** That it has none. */
    record Removed() implements KeyChange {
    }

    /**
     * Another one.
     *
     * @param key it
     */
    record Entered(ApiKey key) implements KeyChange {
    }
}
