package dev.jobglass.history;

import dev.jobglass.api.RunRequest;
import java.time.Instant;

/**
 * A run that a user asked a server for.
 *
 * @param key named the request to the server: sent again with it, it begins no second run
 * @param server the base address of the server
 * @param request what was asked for
 * @param like the id of the job that it is to run again, or null
 * @param at when
 */
public record SentRun(String key, String server, RunRequest request, String like, Instant at) {
    /** {@return the same, sent once more} */
    SentRun again(Instant now) {
        return new SentRun(key, server, request, like, now);
    }
}
