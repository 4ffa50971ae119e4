package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.JobServer;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.poll.PollRequests.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Polls one server: each {@link #tick} takes in what has arrived since the last one, sends what has fallen due and
 * reports. Wishes and answers come from any thread and wait in queues; all else belongs to the tick.
 */
public final class ServerPoller implements AutoCloseable {
    /**
     * A tick begins this long before something is due, waits for it and fills places as they are freed: so a JavaFX
     * thread that is busy for a moment makes no poll late.
     */
    private static final long LEAD = Duration.ofMillis(50).toNanos();
    private static final long LEAST_WAIT = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_TICK = LEAD + Duration.ofMillis(10).toNanos();

    private final PollRequests questions;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ServerHealth health;
    private final PollSchedule schedule;
    private final Discovery discovery;
    private final LatenessStats punctuality = new LatenessStats();
    private final ServerProblems trouble = new ServerProblems();
    private final Set<String> unwanted = new HashSet<>();
    private final List<PollEvent> events = new ArrayList<>();
    /** Watched from the start and not yet answered: before their first answer the first look is not over. */
    private final Set<String> awaited = new HashSet<>();
    /** Null when single questions only are wished. */
    private final SweepRequests pages;
    private boolean looked;
    private Instant lastAnswer;
    private boolean probeTheList = true;

    /**
     * Makes a poller that watches nothing yet.
     *
     * @param client whom to ask; closed with this
     * @param settings how
     * @param unwanted ids that discovery leaves out
     * @param clock the time of day, for reports
     * @param nanos monotonic time in nanoseconds, for waiting
     * @param random for jitter
     */
    public ServerPoller(JobServer client, PollSettings settings, Set<String> unwanted, InstantSource clock,
            LongSupplier nanos, RandomGenerator random) {
        this.questions = new PollRequests(client, clock, nanos);
        this.clock = clock;
        this.nanos = nanos;
        this.health = new ServerHealth(new Backoff(random));
        this.schedule = new PollSchedule(settings.maxInFlight(), random, health);
        this.discovery = settings.discovery() ? new Discovery(settings.discoverEvery(), nanos.getAsLong()) : null;
        this.pages = settings.sweeps() ? new SweepRequests(questions, schedule, punctuality, this::pageAnswered) : null;
        this.unwanted.addAll(unwanted);
    }

    /**
     * Begins to watch a job. Any thread.
     *
     * @param jobId the job
     */
    public void watch(String jobId) {
        watch(jobId, Long.MIN_VALUE);
    }

    /**
     * Begins to watch a job that was asked about before, by another poller. Any thread.
     *
     * @param jobId the job
     * @param notBefore monotonic nanoseconds, until when its server wants not to be asked about it
     */
    public void watch(String jobId, long notBefore) {
        questions.post(now -> {
            unwanted.remove(jobId);
            if (!looked && !schedule.knows(jobId)) {
                awaited.add(jobId);
            }
            schedule.watch(jobId, Math.max(now, notBefore));
        });
    }

    /**
     * Watches a job no more, also when discovery sees it. Any thread.
     *
     * @param jobId the job
     */
    public void forget(String jobId) {
        questions.post(_ -> {
            unwanted.add(jobId);
            schedule.forget(jobId);
            trouble.over(jobId);
            awaited.remove(jobId);
            events.removeIf(event -> event.jobId().equals(jobId));
            questions.breakOff(jobId);
        });
    }

    /**
     * Forgets a job that is over; unlike {@link #forget} it comes back when the server lists it anew. Any thread.
     *
     * @param jobId the job
     */
    public void retire(String jobId) {
        questions.post(_ -> {
            schedule.forget(jobId);
            trouble.over(jobId);
        });
    }

    /**
     * Asks at once, unless the job was asked within the last second. Any thread.
     *
     * @param jobId the job
     */
    public void askNow(String jobId) {
        questions.post(now -> schedule.askNow(jobId, now));
    }

    /** Probes a server that is down at once. Any thread. */
    public void tryNow() {
        questions.post(now -> {
            health.probeAt(now);
            if (discovery == null) {
                schedule.firstDueAt(now);
            } else {
                discovery.dueAt(now);
            }
        });
    }

    /** Names what to call, on any thread, when there is something for the next tick. */
    public void onArrival(Runnable action) {
        questions.onArrival(action);
    }

    /** {@return what was learned since the last tick} */
    public PollBatch tick() {
        long end = nanos.getAsLong() + LONGEST_TICK;
        long now;
        long until;
        do {
            questions.takeIn();
            now = nanos.getAsLong();
            send(now);
            boolean full = schedule.waitsForPlaces(now) || pages != null && pages.waiting();
            // What is due and was not sent waits for an answer to somebody else.
            until = full ? end : Math.max(nextSending(now), now + LEAST_WAIT);
            if (until - end <= 0) {
                questions.awaitArrival(until - now);
            }
        } while (until - end <= 0 && nanos.getAsLong() - end < 0);
        looked |= lastAnswer != null && awaited.isEmpty() && (discovery == null || discovery.complete());
        PollBatch batch = new PollBatch(events, schedule.takeRescheduled(), report(now));
        events.clear();
        return batch;
    }

    private void send(long now) {
        if (discovery == null && schedule.live() == 0) {
            health.nothingToAsk();
        }
        schedule.takeGivingWay(now).forEach(questions::breakOff);
        if (pages != null) {
            pages.giveUpSlowOnes(now);
        }
        if (health.down()) {
            probe(now);
        } else {
            discover(now);
            if (pages != null) {
                pages.send(now);
            }
            schedule.takeDue(now).forEach(jobId -> poll(jobId, now));
        }
    }

    private void pageAnswered(SweepPlanner.Page page, Response<JobPage> answer, long sent, Arrival arrival) {
        switch (answer) {
            case Success(JobPage list) -> {
                answered(sent, arrival);
                list.jobs().forEach(status -> listed(status, sent, arrival));
                schedule.swept(page);
                serverAnswered(arrival.nanos());
            }
            case Failure(Problem problem) -> {
                if (problem.serverAnswered()) {
                    answered(sent, arrival);
                    serverAnswered(arrival.nanos());
                }
                schedule.sweepFailed(page, problem, sent, arrival.nanos());
            }
        }
    }

    /** {@return monotonic nanoseconds of the next tick, which is to begin a little before something is due} */
    public long nextWake() {
        long now = nanos.getAsLong();
        long next = nextSending(now);
        return next == Long.MAX_VALUE ? next : Math.max(now, next - LEAD);
    }

    /** {@return when something can be sent again; what waits for an answer is not counted} */
    private long nextSending(long now) {
        long jobs = schedule.nextWake(now);
        if (health.down()) {
            // An answer wakes us; without one, what can be asked first: the list at any time, a job when it is due.
            return schedule.inFlight() > 0 || discovery != null && discovery.inFlight()
                    ? Long.MAX_VALUE
                    : discovery == null ? jobs : Math.max(health.probeDue(), Math.min(discovery.notBefore(), jobs));
        }
        return discovery == null ? jobs : Math.min(jobs, discovery.nextDue());
    }

    /** One question at a time, the list and the jobs in turn. */
    private void probe(long now) {
        if (discovery != null && discovery.inFlight() || schedule.inFlight() > 0 || !health.probeDue(now)) {
            return;
        }
        List<String> due = discovery != null && probeTheList ? List.of() : schedule.takeDue(now);
        due.forEach(jobId -> poll(jobId, now));
        if (due.isEmpty() && discovery != null) {
            discovery.dueAt(now);
            discover(now);
        }
        probeTheList = !probeTheList;
    }

    private void poll(String jobId, long now) {
        // A probe has no time of its own: its job has been held back for as long as the server is down.
        punctuality.sent(health.down() ? now : schedule.due(jobId), now);
        questions.status(jobId, (answer, arrival) -> pollAnswered(jobId, answer, now, arrival));
    }

    private void pollAnswered(String jobId, Response<JobStatus> answer, long sent, Arrival arrival) {
        switch (answer) {
            case Success(JobStatus status) -> {
                answered(sent, arrival);
                schedule.answered(jobId, status, arrival.nanos());
                trouble.over(jobId);
                events.add(new PollEvent.Answered(status, arrival.time(), !looked));
                awaited.remove(jobId);
            }
            case Failure(Problem problem) -> {
                if (problem.serverAnswered()) {
                    answered(sent, arrival);
                }
                schedule.failed(jobId, problem, arrival.nanos());
                trouble.met(jobId, problem, arrival.time());
                if (!schedule.live(jobId)) {
                    trouble.over(jobId); // asked no more, so nothing could end it
                }
                if (problem instanceof Problem.NotFound) {
                    awaited.remove(jobId);
                }
                events.add(new PollEvent.Unanswered(jobId, problem, arrival.time()));
            }
        }
    }

    private void answered(long sent, Arrival arrival) {
        lastAnswer = arrival.time();
        health.took(arrival.nanos() - sent);
    }

    private void discover(long now) {
        if (discovery == null || !discovery.due(now) || schedule.full()) {
            return;
        }
        schedule.places().takeForList();
        questions.list(null, discovery.take(), discovery.pageSize(),
                (answer, arrival) -> listAnswered(answer, now, arrival));
    }

    private void listAnswered(Response<JobPage> answer, long sent, Arrival arrival) {
        schedule.places().freeFromList();
        health.listAnswers(answer instanceof Success);
        switch (answer) {
            case Success(JobPage page) -> {
                answered(sent, arrival);
                boolean interesting = false;
                for (JobStatus status : page.jobs()) {
                    interesting |= listed(status, sent, arrival);
                }
                discovery.answered(page, interesting, arrival.nanos());
                trouble.over(ServerProblems.THE_LIST);
                serverAnswered(arrival.nanos());
            }
            case Failure(Problem problem) -> {
                discovery.failed(problem, arrival.nanos());
                if (problem.serverAnswered()) {
                    answered(sent, arrival);
                    serverAnswered(arrival.nanos());
                    if (problem instanceof Problem.Unauthorised) {
                        trouble.met(ServerProblems.THE_LIST, problem, arrival.time());
                    } else {
                        trouble.over(ServerProblems.THE_LIST);
                    }
                } else {
                    health.silent(problem, sent, arrival.nanos(), schedule.nobodyAnswers());
                }
            }
        }
    }

    private void serverAnswered(long now) {
        if (health.answered(now)) {
            schedule.spreadOverdue(now);
        }
    }

    /** {@return whether the entry was new, or live and due; live ones that are not due are asked for when they are} */
    private boolean listed(JobStatus status, long sent, Arrival arrival) {
        String jobId = status.jobId();
        if (unwanted.contains(jobId)) {
            return false;
        }
        boolean known = schedule.knows(jobId);
        boolean due = known && schedule.due(jobId) <= arrival.nanos();
        // A question of its own that was sent later, or is under way, knows better than this list.
        boolean outdated = known
                && (schedule.inFlight(jobId) || schedule.sentAt(jobId).orElse(sent - 1) - sent > 0);
        if (!outdated) {
            schedule.add(jobId, arrival.nanos());
            schedule.answered(jobId, status, arrival.nanos());
            trouble.over(jobId);
            events.add(new PollEvent.Answered(status, arrival.time(), !looked));
            awaited.remove(jobId);
        } else {
            schedule.alsoTold(jobId, status, arrival.nanos());
        }
        return !known || due && !status.state().terminal();
    }

    private PollReport report(long now) {
        boolean down = health.down();
        Problem problem = down ? health.problem() : trouble.problem();
        if (down) {
            trouble.downSince(clock.instant());
        } else {
            trouble.up();
        }
        var reach = down
                ? PollReport.Reach.DOWN
                : lastAnswer == null ? PollReport.Reach.CONNECTING : PollReport.Reach.UP;
        long nextList = discovery == null ? Long.MAX_VALUE : discovery.nextDue();
        long nextTry = down ? health.probeDue() : Math.min(nextList, schedule.firstDue());
        return new PollReport(reach, problem, trouble.since(), nextTry, lastAnswer,
                lastAnswer == null ? null : Duration.ofNanos(health.usualAnswerNanos()),
                discovery == null ? null : discovery.problem(), looked, schedule.live(), punctuality.p99(now),
                punctuality.perSecond(now));
    }

    /** Drops all connections. Any thread. */
    @Override
    public void close() {
        questions.close();
    }
}
