package dev.jobglass.api;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How far a server's clock is ahead of ours, as the {@code Date} of its responses tells: from a time of its clock one
 * of ours is never subtracted. For any thread.
 */
final class ServerClock {
    /** Dates are in whole seconds, and responses take their time. */
    private static final Duration NO_DIFFERENCE = Duration.ofSeconds(5);
    private static final Duration AGREE = Duration.ofSeconds(2);
    /** So many responses in a row must tell another difference: behind one address may be several servers. */
    private static final int TO_BELIEVE = 3;
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    /** A date that is further off comes of something on the way that has no clock, not of whoever tells of jobs. */
    private static final Duration MOST = Duration.ofDays(366);

    private final InstantSource clock;
    private Duration ahead;
    private Duration told = Duration.ZERO;
    private int toldInARow;
    private int confirmed;

    /**
     * Knows nothing yet.
     *
     * @param clock ours
     */
    ServerClock(InstantSource clock) {
        this.clock = clock;
    }

    /** Takes a response in; one that was kept by a cache on the way tells nothing. */
    synchronized void read(HttpHeaders headers) {
        Optional<Instant> date = headers.firstValue("age").isPresent()
                ? Optional.empty()
                : headers.firstValue("date").flatMap(ServerClock::parsed);
        date.ifPresent(its -> take(Duration.between(clock.instant(), its.plus(HALF_A_SECOND))));
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private void take(Duration measured) {
        if (measured.abs().compareTo(MOST) > 0) {
            return;
        }
        if (ahead != null && agree(measured, ahead)) {
            toldInARow = 0;
            confirmed++;
            return;
        }
        if (ahead != null && confirmed < TO_BELIEVE) {
            ahead = Duration.ZERO; // the first was contradicted before it was confirmed
        }
        toldInARow = agree(measured, told) ? toldInARow + 1 : 1;
        told = measured;
        if (ahead == null || toldInARow == TO_BELIEVE) {
            ahead = measured.abs().compareTo(NO_DIFFERENCE) < 0
                    ? Duration.ZERO
                    : Duration.ofSeconds(Math.round(measured.toMillis() / 1_000.0));
            confirmed = toldInARow;
            toldInARow = 0;
        }
    }

    private static boolean agree(Duration one, Duration other) {
        Duration tolerance = other.isZero() ? NO_DIFFERENCE : AGREE;
        return one.minus(other).abs().compareTo(tolerance) <= 0;
    }

    /** {@return how far the server's clock is ahead, negative when behind; zero while not known or hardly} */
    synchronized Duration ahead() {
        return ahead == null ? Duration.ZERO : ahead;
    }

    /** {@return a status with its times as our clock would have them} */
    JobStatus toOurs(JobStatus status) {
        Duration difference = ahead();
        return difference.isZero()
                ? status
                : status.withTimes(minus(status.createdAt(), difference), minus(status.startedAt(), difference),
                        minus(status.completedAt(), difference));
    }

    private static Instant minus(Instant time, Duration difference) {
        return time == null ? null : time.minus(difference);
    }
}
