package dev.jobglass.history;

/**
 * A job that failed.
 *
 * @param server the base address of its server
 * @param job as it was last seen
 */
public record StoredFailure(String server, StoredJob job) {
}
