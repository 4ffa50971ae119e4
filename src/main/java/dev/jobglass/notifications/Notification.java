package dev.jobglass.notifications;

import dev.jobglass.settings.NotificationKind;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;

/**
 * What a user is told in one go.
 *
 * @param kind of what
 * @param title in a few words
 * @param text the rest
 */
public record Notification(NotificationKind kind, String title, String text) {
    static Notification of(NotificationEvent news) {
        String job = PlainText.line(news.jobId());
        String name = news.agent().isEmpty() ? job : news.agent();
        String detail = job.isEmpty() ? news.serverName() : job;
        return new Notification(news.kind(), Messages.of("notifications.title." + news.kind(), name),
                Messages.joined(news.text(), detail));
    }

    /** {@return whether this tells that what another one told is over} */
    boolean ends(Notification other) {
        return kind == NotificationKind.SERVER_BACK && other.kind == NotificationKind.SERVER_LOST
                && other.text.lines().findFirst().filter(line -> line.endsWith(text)).isPresent(); // the server's name
    }

    /** {@return this, which stands for more of its kind} */
    Notification andMore(int others) {
        return new Notification(kind, title, text + "\n" + Messages.of("notifications.more." + kind, others));
    }
}
