package dev.jobglass.notifications;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.NotificationKind;

/**
 * Something that happened.
 *
 * @param kind what
 * @param server where
 * @param serverName what the user calls it; empty for what is told of a job while no other server is watched
 * @param jobId of which job, or empty
 * @param agent of which agent's job, or empty
 * @param text what else there is to say, such as an error, or empty
 * @param group what it has in common with others: of a failed job its kind of error, of a rule that; else null
 */
record NotificationEvent(NotificationKind kind, ServerAddress server, String serverName, String jobId, String agent,
        String text, String group) {
    /** Of anything but a failure. */
    NotificationEvent(NotificationKind kind, ServerAddress server, String serverName, String jobId, String agent,
            String text) {
        this(kind, server, serverName, jobId, agent, text, null);
    }

    /** {@return of which job, or null when it is about the server} */
    JobKey job() {
        return jobId.isEmpty() ? null : new JobKey(server, jobId);
    }
}
