package dev.jobglass.rules;

import dev.jobglass.api.JobKey;
import dev.jobglass.settings.WatchRule;
import java.time.Instant;

/**
 * A rule has come to hold.
 *
 * @param rule which
 * @param agent of whom, or an empty text
 * @param job of which job, or null when it is of several
 * @param at when
 */
public record Finding(WatchRule rule, String agent, JobKey job, Instant at) {
}
