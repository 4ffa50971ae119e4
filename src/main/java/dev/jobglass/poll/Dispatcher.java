package dev.jobglass.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Gives the slots to the jobs that are due, or the one probe to a server that is down, and tells when it can do so
 * again. Times are monotonic nanoseconds. Belongs to one thread at a time.
 */
final class Dispatcher {
    /** A tick this much later than planned means that the machine slept. */
    private static final long SLEPT = Duration.ofSeconds(20).toNanos();
    private static final long LEAST_PATIENCE = Duration.ofMillis(500).toNanos();
    private static final int PATIENCE_FACTOR = 8;

    private final DueQueue queue;
    private final RequestSlots slots;
    private final LiveJobs jobs;
    private final ServerHealth health;
    private long plannedWake = Long.MAX_VALUE;

    Dispatcher(DueQueue queue, RequestSlots slots, LiveJobs jobs, ServerHealth health) {
        this.queue = queue;
        this.slots = slots;
        this.jobs = jobs;
        this.health = health;
    }

    /** {@return the jobs to request now; each counts as in flight from here on} */
    List<String> takeDue(long now) {
        catchUpAfterSleep(now);
        if (health.down()) {
            return takeProbe(now);
        }
        List<ScheduledJob> taken = new ArrayList<>();
        int room = slots.room();
        int plainRoom = slots.plainRoom();
        int doubtfulRoom = slots.doubtfulRoom();
        for (ScheduledJob job : queue.all()) {
            if (job.due > now || taken.size() >= room || plainRoom <= 0 && doubtfulRoom <= 0) {
                break;
            }
            if (job.doubtful ? doubtfulRoom-- > 0 : plainRoom-- > 0) {
                taken.add(job);
            }
        }
        return taken.stream().map(job -> send(job, now)).toList();
    }

    /** Spreads what has fallen due while the machine slept. */
    void catchUpAfterSleep(long now) {
        if (plannedWake != Long.MAX_VALUE && now - plannedWake > SLEPT) {
            queue.spreadOverdue(now);
        }
        plannedWake = Long.MAX_VALUE;
    }

    private List<String> takeProbe(long now) {
        if (slots.taken() > 0 || !health.probeDue(now) || queue.all().isEmpty()) {
            return List.of();
        }
        // Each in turn, none before the server wants it, those that once responded first: a job that hangs must not be
        // the only probe.
        Optional<ScheduledJob> probe = queue.all().stream().takeWhile(job -> job.due <= now)
                .min(Comparator.<ScheduledJob>comparingInt(job -> job.probes)
                        .thenComparing(job -> job.last == null).thenComparingLong(job -> job.due));
        probe.ifPresent(job -> job.probes++);
        return probe.map(job -> List.of(send(job, now))).orElse(List.of());
    }

    private String send(ScheduledJob job, long now) {
        queue.remove(job);
        slots.take(job);
        job.everAsked = true;
        job.sentAt = now;
        return job.jobId;
    }

    /** {@return jobs whose requests are to be broken off: silent while others wait and the server responds to those} */
    List<String> takeGivingWay(long now) {
        boolean othersWait = queue.anyDue(now) && slots.plainRoom() <= 0;
        if (!othersWait || health.down()) {
            return List.of();
        }
        List<ScheduledJob> silent = slots.plain().stream()
                .filter(job -> now - job.sentAt > patience() && health.respondedSince(job.sentAt)).toList();
        silent.forEach(job -> {
            slots.free(job);
            jobs.setDoubtful(job, true);
            queue.put(job, now + job.backoff.next().toNanos());
        });
        return silent.stream().map(job -> job.jobId).toList();
    }

    private long patience() {
        return Math.max(LEAST_PATIENCE, PATIENCE_FACTOR * health.usualResponseNanos());
    }

    /** {@return whether jobs are due that could not be sent for want of slots} */
    boolean waitsForSlots(long now) {
        return !health.down() && queue.anyDue(now) && slots.full();
    }

    /** {@return when to look again: {@code Long.MAX_VALUE} when nothing will ever be due} */
    long nextWake(long now) {
        plannedWake = wake(now);
        return plannedWake;
    }

    private long wake(long now) {
        if (queue.all().isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (health.down()) {
            return slots.taken() == 0 ? Math.max(health.probeDue(), queue.firstDue()) : Long.MAX_VALUE;
        }
        int plainRoom = slots.plainRoom();
        int doubtfulRoom = slots.doubtfulRoom();
        // Whoever waits for a slot has its turn when a response frees one, or patience ends.
        long patienceEnds = queue.anyDue(now) ? now + LEAST_PATIENCE / 2 : Long.MAX_VALUE;
        for (ScheduledJob job : queue.all()) {
            if ((job.doubtful ? doubtfulRoom : plainRoom) > 0) {
                return Math.min(Math.max(job.due, now), patienceEnds);
            }
            if (plainRoom <= 0 && doubtfulRoom <= 0) {
                break;
            }
        }
        return patienceEnds;
    }
}
