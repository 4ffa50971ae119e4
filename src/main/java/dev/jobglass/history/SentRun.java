package dev.jobglass.history;

import dev.jobglass.api.RunRequest;
import java.time.Instant;
import java.util.Objects;

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
    /**
     * {@return whether another asks the same server for the same, so that both mean one run while no answer is known}
     *
     * @param other any
     */
    public boolean asksTheSame(SentRun other) {
        return server.equals(other.server) && request.equals(other.request) && Objects.equals(like, other.like);
    }

    /** {@return the same, sent once more} */
    SentRun again(Instant now) {
        return new SentRun(key, server, request, like, now);
    }
}
