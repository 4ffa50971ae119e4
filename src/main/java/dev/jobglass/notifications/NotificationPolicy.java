package dev.jobglass.notifications;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides what of the news a user is told and when: what they chose, outside quiet hours, storms folded, and the same
 * about the same job not over and over. For one thread; knows no clock of its own.
 */
final class NotificationPolicy {
    /** News is gathered for so long, so that what comes together is told together. */
    private static final Duration GATHER = Duration.ofSeconds(2);
    /** So many of a kind are told one by one. */
    private static final int SINGLY = 3;
    /** A job that stalls and moves and stalls again is told of once in this time. */
    private static final Duration NOT_AGAIN = Duration.ofMinutes(10);

    private final NotificationSettings settings;
    private final ZoneId zone;
    private final List<NotificationEvent> gathered = new ArrayList<>();
    /** Servers of which the last that was told is that they do not answer. */
    private final Set<ServerAddress> lost = new HashSet<>();
    private final Map<String, Instant> told = new HashMap<>();
    /** Those that are lost again so soon that it was not told again yet. */
    private final Map<ServerAddress, NotificationEvent> lostAgain = new LinkedHashMap<>();
    private Instant gatheringSince;
    private Instant latest = Instant.MIN;

    /**
     * Begins with nothing to tell.
     *
     * @param settings what the user chose, as it is when asked
     * @param zone of the quiet hours
     */
    NotificationPolicy(NotificationSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /**
     * Takes news in.
     *
     * @param news what happened
     * @param now when
     */
    void take(NotificationEvent news, Instant now) {
        heedClock(now);
        // What was asked for by name waits.
        boolean tooLoud = news.kind() != NotificationKind.ENDED && !ofRule(news) && quiet(now);
        if (!wanted(news) || tooLoud || repeated(news, now)) {
            return;
        }
        if (gathered.isEmpty()) {
            gatheringSince = now;
        }
        gathered.add(news);
    }

    /** A clock that is set back must not make anything wait for longer. */
    private void heedClock(Instant now) {
        if (now.isBefore(latest)) {
            Duration back = Duration.between(now, latest);
            told.replaceAll((_, when) -> when.minus(back));
            gatheringSince = gatheringSince == null ? null : gatheringSince.minus(back);
        }
        latest = now;
    }

    private boolean wanted(NotificationEvent news) {
        if (news.kind() == NotificationKind.ENDED || ofRule(news)) {
            return true; // asked for by name
        }
        boolean muted = news.job() == null
                ? settings.mutedServers().contains(news.server())
                : settings.mutes(news.job(), news.agent(), news.group());
        return settings.kinds().contains(news.kind()) && !muted;
    }

    private static boolean ofRule(NotificationEvent news) {
        return news.kind() == NotificationKind.RULE || news.kind() == NotificationKind.RULE_NOT_TOLD;
    }

    private boolean quiet(Instant now) {
        return settings.quietAt(now, zone);
    }

    private boolean repeated(NotificationEvent news, Instant now) {
        if (ofRule(news)) {
            return false; // rules see to that themselves
        }
        if (news.kind() == NotificationKind.SERVER_BACK) {
            lostAgain.remove(news.server());
            return !lost.remove(news.server());
        }
        String what = what(news);
        Instant before = told.get(what);
        if (before != null && recent(before, now)) {
            if (news.kind() == NotificationKind.SERVER_LOST) {
                lostAgain.put(news.server(), news);
            }
            return true;
        }
        told.put(what, now);
        if (news.kind() == NotificationKind.SERVER_LOST) {
            lost.add(news.server());
        }
        return false;
    }

    private static String what(NotificationEvent news) {
        return news.kind() + " " + news.server() + " " + news.jobId();
    }

    private static boolean recent(Instant when, Instant now) {
        return now.isBefore(when.plus(NOT_AGAIN));
    }

    /** What is told together. */
    private record Told(NotificationKind kind, String rule) {
    }

    /**
     * {@return what is to be told now}
     *
     * @param now the present
     */
    List<Notification> due(Instant now) {
        heedClock(now);
        told.values().removeIf(when -> !recent(when, now));
        List<NotificationEvent> stillLost = lostAgain.values().stream().filter(news -> !told.containsKey(what(news)))
                .toList();
        stillLost.forEach(news -> {
            lostAgain.remove(news.server());
            take(news, now);
        });
        if (gathered.isEmpty() || now.isBefore(gatheringSince.plus(GATHER)) || quiet(now)) {
            return List.of();
        }
        Map<Told, List<NotificationEvent>> kinds = new TreeMap<>(
                Comparator.comparing(Told::kind).thenComparing(Told::rule));
        gathered.forEach(news -> kinds.computeIfAbsent(
                new Told(news.kind(), ofRule(news) ? news.group() : ""), _ -> new ArrayList<>()).add(news));
        gathered.clear();
        List<Notification> due = new ArrayList<>();
        kinds.values().forEach(some -> {
            if (some.size() <= SINGLY) {
                some.forEach(news -> due.add(Notification.of(List.of(news))));
            } else {
                due.add(Notification.of(some));
            }
        });
        return due;
    }
}
