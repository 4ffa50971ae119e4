package dev.jobglass.notifications;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.List;
import java.util.Objects;

/**
 * What a user is told in one go.
 *
 * @param kind of what
 * @param title in a few words
 * @param text the rest
 * @param jobs of which jobs, or empty when it is not about any
 * @param server of which server, or null when it is about none, or about several
 * @param agent whose jobs they are, or empty when they are not one agent's
 */
public record Notification(NotificationKind kind, String title, String text, List<JobKey> jobs, ServerAddress server,
        String agent) {
    /**
     * Of which no more is known than what it says.
     *
     * @param kind of what
     * @param title in a few words
     * @param text the rest
     */
    public Notification(NotificationKind kind, String title, String text) {
        this(kind, title, text, List.of(), null, "");
    }

    /** {@return what tells of things of a kind, at least one: of the first, and how many there are besides} */
    static Notification of(List<NotificationEvent> news) {
        NotificationEvent first = news.getFirst();
        String job = PlainText.line(first.jobId());
        String name = first.agent().isEmpty() ? job : first.agent();
        String text = Messages.joined(first.text(), job, first.serverName());
        boolean oneAgent = news.stream().allMatch(one -> one.agent().equals(first.agent()));
        boolean oneServer = news.stream().allMatch(one -> Objects.equals(one.server(), first.server()));
        return new Notification(first.kind(), Messages.of("notifications.title." + first.kind(), name),
                news.size() == 1
                        ? text
                        : text + "\n" + Messages.of("notifications.more." + first.kind(), news.size() - 1),
                news.stream().map(NotificationEvent::job).filter(Objects::nonNull).toList(),
                oneServer ? first.server() : null, oneAgent ? first.agent() : "");
    }

    /** {@return whether this tells that what another one told is over} */
    boolean ends(Notification other) {
        return kind == NotificationKind.SERVER_BACK && other.kind == NotificationKind.SERVER_LOST
                && other.text.lines().findFirst().filter(line -> line.endsWith(text)).isPresent(); // the server's name
    }
}
