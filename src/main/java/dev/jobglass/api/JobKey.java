package dev.jobglass.api;

import java.util.Objects;

/**
 * What tells a job from all others: two servers may each have one of the same id.
 *
 * @param server the job's server
 * @param id the server's id, opaque
 */
public record JobKey(ServerAddress server, String id) {
    /** Checks that neither is null. */
    public JobKey {
        Objects.requireNonNull(server);
        Objects.requireNonNull(id);
    }
}
