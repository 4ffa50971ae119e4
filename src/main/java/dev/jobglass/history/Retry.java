package dev.jobglass.history;

/**
 * How a job came of another that was run again.
 *
 * @param of the id of the job that was run first
 * @param number 1 for the first time that it was run again
 */
public record Retry(String of, int number) {
}
