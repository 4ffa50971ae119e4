package dev.jobglass.api;

/**
 * What a succeeded job produced.
 *
 * @param json the {@code result} member as JSON text, {@code null} as the text "null"; not null
 * @param durationSeconds how long the job ran, or null when not told
 */
public record JobResult(String json, Double durationSeconds) {
}
