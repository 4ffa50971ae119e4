package dev.jobglass.api;

import java.time.Duration;

/**
 * What comes of asking for a run.
 *
 * @param jobId the id of its job
 * @param retryAfter before which its job is not to be asked for, as {@code Retry-After} says, or null when not given
 */
public record BegunRun(String jobId, Duration retryAfter) {
}
