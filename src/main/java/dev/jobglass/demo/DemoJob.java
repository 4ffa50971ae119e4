package dev.jobglass.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A job whose whole life is written down beforehand; how it stands follows from the time alone.
 *
 * @param id its id
 * @param agent its agent
 * @param session its session, or null
 * @param steps what it does, one after another
 * @param created when it arrives
 * @param queuedFor how long it waits
 * @param runsFor how long it runs
 * @param pace the exponent of its progress: below 1 it starts fast, above 1 slowly
 * @param fate how it ends
 * @param fateAt the share of its work after which a fate other than success strikes, 0 to 1
 * @param error the text of a failure, or null
 * @param cancelled when somebody cancelled it, or null
 */
record DemoJob(String id, String agent, String session, List<String> steps, Instant created, Duration queuedFor,
        Duration runsFor, double pace, Fate fate, double fateAt, String error, Instant cancelled) {
    /** How a job ends. */
    enum Fate {
        SUCCEEDS, FAILS, STALLS, IS_CANCELLED
    }

    /** How it stands at one moment. */
    record Moment(String status, double percentage, String step, int stepsDone, Instant started, Instant completed) {
        boolean terminal() {
            return completed != null;
        }
    }

    Moment at(Instant now) {
        Instant started = created.plus(queuedFor);
        if (cancelled != null && !now.isBefore(cancelled)) {
            return cancelled.isBefore(started)
                    ? new Moment("cancelled", 0, null, 0, null, cancelled)
                    : working("cancelled", Math.min(share(started, cancelled), fateAt), started, cancelled);
        }
        if (now.isBefore(started)) {
            return new Moment("queued", 0, null, 0, null, null);
        }
        double share = share(started, now);
        Instant end = started.plusMillis((long) (runsFor.toMillis() * (fate == Fate.SUCCEEDS ? 1 : fateAt)));
        boolean ended = !now.isBefore(end);
        return switch (fate) {
            case SUCCEEDS -> ended
                    ? new Moment("succeeded", 100, steps.getLast(), steps.size(), started, end)
                    : working("running", share, started, null);
            case FAILS -> working(ended ? "failed" : "running", Math.min(share, fateAt), started, ended ? end : null);
            case IS_CANCELLED ->
                working(ended ? "cancelled" : "running", Math.min(share, fateAt), started, ended ? end : null);
            case STALLS -> working("running", Math.min(share, fateAt), started, null);
        };
    }

    DemoJob cancel(Instant now) {
        return new DemoJob(id, agent, session, steps, created, queuedFor, runsFor, pace, fate, fateAt, error, now);
    }

    private double share(Instant started, Instant now) {
        return Math.clamp(Duration.between(started, now).toMillis() / (double) runsFor.toMillis(), 0, 1);
    }

    private Moment working(String status, double share, Instant started, Instant completed) {
        double percentage = Math.min(99, Math.pow(share, pace) * 100);
        int done = (int) (percentage / 100 * steps.size());
        return new Moment(status, percentage, steps.get(done), done, started, completed);
    }
}
