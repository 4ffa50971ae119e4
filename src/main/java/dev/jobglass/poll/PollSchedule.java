package dev.jobglass.poll;

import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * When each job of one server is due. Plain and without a clock of its own: every method is given the monotonic time in
 * nanoseconds. Belongs to one thread at a time.
 *
 * <p>The rules: never before {@code retry_after}; without it a {@link Backoff}, reset by any change; after a problem
 * the same backoff or the server's {@code Retry-After}; terminal jobs no more; one request in flight a job, a bounded
 * number a server.
 *
 * <p>A request that stays silent much longer than responses usually take gives way when others wait, and is sent again
 * among the doubtful, see {@link RequestSlots}.
 */
final class PollSchedule {
    /** Nobody can mean to poll faster than this by hand. */
    static final Duration POLL_NOW_GAP = Duration.ofSeconds(1);
    /** A job the server does not know is polled this often, in case a proxy was confused, then left alone. */
    static final int POLLS_OF_A_GONE_JOB = 20;

    private final RandomGenerator random;
    private final ServerHealth health;
    private final LiveJobs live = new LiveJobs();
    private final RequestSlots slots;
    private final DueQueue queue;
    private final Dispatcher dispatcher;
    private final SweepPlanner sweeps = new SweepPlanner();
    private final Map<String, ScheduledJob> jobs = new HashMap<>();
    private long entries;

    PollSchedule(RandomGenerator random, ServerHealth health, Throttle throttle) {
        this.slots = new RequestSlots(live, throttle);
        this.random = random;
        this.queue = new DueQueue(random);
        this.health = health;
        this.dispatcher = new Dispatcher(queue, this.slots, live, health);
    }

    /** Begins to poll a job, at {@code due}; does nothing when it is already known. */
    void watch(String jobId, long due, long now) {
        if (!jobs.containsKey(jobId)) {
            add(jobId, now);
            jobs.get(jobId).notBefore = Math.max(due, now);
            queue.put(jobs.get(jobId), now);
        }
    }

    /** Polls a job no more. A response still under way is ignored. */
    void forget(String jobId) {
        ScheduledJob job = jobs.remove(jobId);
        if (job == null) {
            return;
        }
        live.setLive(job, false);
        queue.remove(job);
        slots.free(job);
        sweeps.file(job);
    }

    /** Polls at once, terminal or not, unless it is in flight or was sent within the last second. */
    void pollNow(String jobId, long now) {
        ScheduledJob job = jobs.get(jobId);
        if (job == null || job.inFlight || job.everAsked && now - job.sentAt < POLL_NOW_GAP.toNanos()) {
            return;
        }
        live.setLive(job, true);
        job.notBefore = now;
        queue.put(job, now);
        health.probeAt(now);
    }

    /** Makes a job known without a request: its status is at hand. */
    void add(String jobId, long now) {
        if (!jobs.containsKey(jobId)) {
            ScheduledJob added = new ScheduledJob(jobId, ++entries, random, now);
            jobs.put(jobId, added);
            live.setLive(added, true);
        }
    }

    /** {@return whether every live job's last request got no response} */
    boolean nobodyResponds() {
        return live.allDoubtful();
    }

    /** The user wants the server tried: the first in the queue is polled although it is not due. */
    void firstDueAt(long now) {
        if (!queue.all().isEmpty() && !queue.anyDue(now)) {
            ScheduledJob first = queue.all().first();
            first.notBefore = now;
            queue.put(first, now);
        }
    }

    RequestSlots slots() {
        return slots;
    }

    /** {@return when the first falls due, or MAX_VALUE} */
    long firstDue() {
        return queue.firstDue();
    }

    boolean live(String jobId) {
        return knows(jobId) && jobs.get(jobId).live;
    }

    boolean knows(String jobId) {
        return jobs.containsKey(jobId);
    }

    /** {@return when the job was last requested, or empty when it never was} */
    OptionalLong sentAt(String jobId) {
        ScheduledJob job = jobs.get(jobId);
        return job != null && job.everAsked ? OptionalLong.of(job.sentAt) : OptionalLong.empty();
    }

    boolean inFlight(String jobId) {
        return knows(jobId) && jobs.get(jobId).inFlight && !jobs.get(jobId).swept;
    }

    int inFlight() {
        return slots.taken();
    }

    int live() {
        return live.count();
    }

    /** {@return whether something was learned of a job by a request sent after {@code sent}, or it is watched since} */
    boolean learnedSince(String jobId, long sent) {
        ScheduledJob job = jobs.get(jobId);
        return job != null && (job.last == null ? job.watchedSince : job.lastSent) - sent > 0;
    }

    /** {@return when the job falls due, for measuring how late it is sent} */
    long due(String jobId) {
        return jobs.get(jobId).due;
    }

    /** {@return pages of the list to request in place of single jobs; the jobs expected there count as in flight} */
    List<SweepPlanner.Page> takeSweeps(long now) {
        queue.pagesServe(sweeps.on(now));
        dispatcher.catchUpAfterSleep(now);
        long due = queue.due(now).stream().limit(SweepPlanner.WORTH).count();
        if (health.down() || due < SweepPlanner.WORTH) {
            return List.of();
        }
        List<SweepPlanner.Page> pages = sweeps.plan(now, queue.due(now));
        pages.forEach(page -> page.expected().forEach(job -> {
            queue.remove(job);
            job.inFlight = true;
            job.swept = true;
        }));
        return pages;
    }

    /** A page was taken in: what it should have brought and did not is polled by itself, at once. */
    void swept(SweepPlanner.Page page) {
        page.expected().stream().filter(job -> job.swept && jobs.containsKey(job.jobId)).forEach(job -> {
            slots.free(job);
            job.missed = true;
            queue.putBack(job);
        });
    }

    /** A page did not come: its jobs are polled by themselves, and sweeps pause unless this will surely pass. */
    void sweepFailed(SweepPlanner.Page page, Problem problem, long sent, long now) {
        sweeps.off(now);
        swept(page);
        if (problem instanceof Problem.Throttled(_, Duration wait, _) && wait != null) {
            page.expected().stream().filter(queue::contains)
                    .forEach(job -> queue.put(job, now + wait.toNanos()));
        }
        if (!problem.serverAnswered()) {
            health.silent(problem, sent, now, nobodyResponds());
        }
    }

    /** {@return the jobs to request now; each counts as in flight from here on} */
    List<String> takeDue(long now) {
        return dispatcher.takeDue(now);
    }

    /** {@return jobs whose requests are to be broken off, see {@link Dispatcher#takeGivingWay}} */
    List<String> takeGivingWay(long now) {
        return dispatcher.takeGivingWay(now);
    }

    /** A status arrived, of a request or a list sent at {@code sent}: {@return whether the job is in another state} */
    boolean responded(String jobId, JobStatus status, long sent, long now) {
        ScheduledJob job = jobs.get(jobId);
        if (job == null) {
            return false;
        }
        boolean news = job.last == null || job.last.state() != status.state();
        slots.free(job);
        live.setDoubtful(job, false);
        job.probes = 0;
        job.notFounds = 0;
        if (job.last == null || status.differsFrom(job.last)) {
            job.backoff.reset();
        }
        job.last = status;
        job.lastSent = sent;
        job.missed = false;
        if (status.state().terminal()) {
            stop(job);
        } else {
            live.setLive(job, true);
            Duration wait = status.retryAfter() == null ? job.backoff.next() : status.retryAfter();
            if (status.retryAfter() != null) {
                job.notBefore = Math.max(job.notBefore, now + wait.toNanos());
            }
            queue.put(job, now + wait.toNanos());
        }
        sweeps.file(job);
        if (health.responded(now)) {
            spreadOverdue(now);
        }
        return news;
    }

    /** A status arrived that a later request has overtaken; its retry_after holds all the same. */
    void overtaken(String jobId, JobStatus status, long now) {
        ScheduledJob job = jobs.get(jobId);
        if (job != null && job.live && status.retryAfter() != null) {
            job.notBefore = Math.max(job.notBefore, now + status.retryAfter().toNanos());
            if (!job.inFlight && job.due < job.notBefore) {
                queue.put(job, job.notBefore);
            }
        }
    }

    /** The list contradicts what the job's own request brought: it is requested again, when the list allows. */
    void contradicted(String jobId, JobStatus listed, long now) {
        ScheduledJob job = jobs.get(jobId);
        Duration wait = listed.retryAfter() == null ? job.backoff.next() : listed.retryAfter();
        live.setLive(job, true);
        job.missed = true;
        job.notBefore = Math.max(job.notBefore, now + wait.toNanos());
        queue.put(job, job.notBefore);
        sweeps.file(job);
    }

    /** A request brought a problem instead of a status. */
    void failed(String jobId, Problem problem, long now) {
        ScheduledJob job = jobs.get(jobId);
        if (job == null) {
            return;
        }
        long sentAt = job.sentAt;
        slots.free(job);
        live.setDoubtful(job, !problem.serverAnswered());
        job.notFounds = problem instanceof Problem.NotFound ? job.notFounds + 1 : 0;
        if (job.notFounds > POLLS_OF_A_GONE_JOB || job.last != null && job.last.state().terminal()) {
            stop(job);
        } else {
            queue.put(job, now + job.backoff.after(problem).toNanos());
        }
        if (problem.serverAnswered()) {
            if (health.responded(now)) {
                spreadOverdue(now);
            }
        } else {
            health.silent(problem, sentAt, now, nobodyResponds());
        }
    }

    /** Nothing in flight is waited for any more: it falls due when its server last wanted it asked. */
    void dropInFlight() {
        jobs.values().stream().filter(job -> job.inFlight).toList().forEach(job -> {
            slots.free(job);
            queue.putBack(job);
        });
    }

    private void stop(ScheduledJob job) {
        queue.stop(job);
        live.setLive(job, false);
        sweeps.file(job);
    }

    /** One gentle catch-up: what is overdue is spread over some seconds instead of asked at once. */
    void spreadOverdue(long now) {
        queue.spreadOverdue(now);
    }

    /** {@return whether jobs are due that could not be sent for want of slots} */
    boolean waitsForSlots(long now) {
        return dispatcher.waitsForSlots(now);
    }

    /** {@return when to look again: {@code Long.MAX_VALUE} when nothing will ever be due} */
    long nextWake(long now) {
        return dispatcher.nextWake(now);
    }

    /** {@return what was rescheduled since the last call: job id to monotonic nanoseconds, MAX_VALUE for never} */
    Map<String, Long> takeRescheduled() {
        return queue.takeChanged();
    }
}
