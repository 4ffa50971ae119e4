package dev.jobglass.rules;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.WatchRule;
import java.time.Instant;

/**
 * A rule has come to hold.
 *
 * @param rule which
 * @param server where, or null when it is of all servers
 * @param agent of whom, or an empty text
 * @param job of which job, or null when it is of several
 * @param at when
 */
public record Finding(WatchRule rule, ServerAddress server, String agent, JobKey job, Instant at) {
    /** {@return of whom it is, or else whom the rule is about, or an empty text} */
    public String who() {
        return agent.isEmpty() ? rule.agent() : agent;
    }
}
