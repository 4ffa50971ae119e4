package dev.jobglass.notifications;

import dev.jobglass.text.Messages;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.settings.NewsKind;

/**
 * What a person is told in one go.
 *
 * @param kind of what
 * @param title in a few words
 * @param text the rest
 */
public record Announcement(NewsKind kind, String title, String text) {
    static Announcement of(News news) {
        String job = PlainText.line(news.jobId());
        String name = news.agent().isEmpty() ? job : news.agent();
        String detail = job.isEmpty() ? news.serverName() : job;
        return new Announcement(news.kind(), Messages.of("notifications.title." + news.kind(), name),
                news.text().isEmpty() ? detail : news.text() + " · " + detail);
    }

    /** {@return this, which stands for more of its kind} */
    Announcement andMore(int others) {
        return new Announcement(kind, title, text + "\n" + Messages.of("notifications.more." + kind, others));
    }
}
