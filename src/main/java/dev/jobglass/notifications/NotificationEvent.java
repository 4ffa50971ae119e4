package dev.jobglass.notifications;

import dev.jobglass.settings.NotificationKind;

/**
 * Something that happened.
 *
 * @param kind what
 * @param server the base address of where
 * @param serverName what the person calls it
 * @param jobId of which job, or empty
 * @param agent of which agent's job, or empty
 * @param text what else there is to say, such as an error, or empty
 */
record NotificationEvent(NotificationKind kind, String server, String serverName, String jobId, String agent,
        String text) {
}
