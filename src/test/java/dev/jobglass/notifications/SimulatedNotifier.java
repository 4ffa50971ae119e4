package dev.jobglass.notifications;

import static dev.jobglass.testing.Invariant.check;

import dev.jobglass.model.Board;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What tells the user, without a window; it complains when it tells what it must not. */
public final class SimulatedNotifier {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    /** As many of a kind may be told one by one. */
    private static final int SINGLY = 3;

    private final NotificationSettings settings;
    private final ChangeDetector detector;
    private final NotificationPolicy policy;
    private Instant now;

    /**
     * Begins to compare.
     *
     * @param happened takes whatever is news, told or not: what, and of which job
     */
    public SimulatedNotifier(Board board, NotificationSettings settings, Instant now,
            BiConsumer<NotificationKind, String> happened) {
        this.settings = settings;
        this.now = now;
        this.policy = new NotificationPolicy(settings, ZONE);
        this.detector = new ChangeDetector(board, settings.tellEnd(), () -> false, news -> {
            happened.accept(news.kind(), news.jobId());
            policy.take(news, this.now);
        });
    }

    /** Another second. */
    public void tick(Instant time) {
        now = time;
        detector.tick(time);
        List<Notification> told = policy.due(time);
        check(told.isEmpty() || !settings.quietAt(time, ZONE), "told in quiet hours");
        Map<NotificationKind, Long> kinds = told.stream()
                .collect(Collectors.groupingBy(Notification::kind, Collectors.counting()));
        kinds.forEach((kind, count) -> {
            check(count <= SINGLY, count + " of a kind told one by one");
            check(settings.kinds().contains(kind), "told what nobody wants to know");
        });
    }
}
