package dev.jobglass.poll;

import dev.jobglass.api.JobServer;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Takes in what has arrived, sends what has fallen due, and reports. {@link #run} is never called twice at once; the
 * steps are called in it, through the inbox.
 */
final class PollTick implements AutoCloseable {
    /**
     * A tick begins this long before something is due, waits for it and fills slots as they are freed: so a JavaFX
     * thread that is busy for a moment makes no poll late.
     */
    private static final long LEAD = Duration.ofMillis(50).toNanos();
    private static final long LEAST_WAIT = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_TICK = LEAD + Duration.ofMillis(10).toNanos();

    private final PollInbox inbox;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final PollRequests requests;
    private final ServerHealth health;
    private final Throttle throttle;
    private final PollSchedule schedule;
    private final ServerProblems problems = new ServerProblems();
    private final LatenessStats lateness = new LatenessStats();
    /** Null when the list is not walked. */
    private final Discovery discovery;
    private final CatchUp catchUp;
    private final PollResponses responses;
    /** Null when only single requests are wanted. */
    private final SweepRequests sweeps;
    private boolean probeTheList = true;

    /** As for {@link ServerPoller}. */
    PollTick(PollInbox inbox, JobServer server, PollSettings settings, Predicate<JobStatus> excluded,
            InstantSource clock, LongSupplier nanos, RandomGenerator random) {
        this.inbox = inbox;
        this.clock = clock;
        this.nanos = nanos;
        this.requests = new PollRequests(server, inbox, clock, nanos);
        this.health = new ServerHealth(new Backoff(random));
        this.throttle = new Throttle(settings.maxInFlight(), new Backoff(random));
        this.schedule = new PollSchedule(random, health, throttle);
        this.discovery = settings.discovery() ? new Discovery(settings.discoverEvery(), nanos.getAsLong()) : null;
        this.catchUp = new CatchUp(discovery);
        this.responses = new PollResponses(schedule, health, throttle, problems, catchUp, discovery, excluded);
        this.sweeps = settings.sweeps()
                ? new SweepRequests(requests, schedule, lateness, responses::swept)
                : null;
    }

    /** A step: begins to watch a job, not before the time given. */
    void watch(String jobId, long due, long now) {
        if (!schedule.knows(jobId)) {
            catchUp.await(jobId);
        }
        schedule.watch(jobId, due, now);
    }

    /** A step: watches a job no more. */
    void forget(String jobId, long now) {
        schedule.forget(jobId);
        responses.forget(jobId, now);
        requests.breakOff(jobId);
    }

    /** A step: polls a job that is not due. */
    void pollNow(String jobId, long now) {
        throttle.tryNow(now);
        schedule.pollNow(jobId, now);
    }

    /** A step: probes a server that is down or has asked for patience. */
    void tryNow(long now) {
        throttle.tryNow(now);
        health.probeAt(now);
        schedule.firstDueAt(now);
        if (discovery != null) {
            discovery.tryNow(now);
        }
    }

    /** A step: sends nothing before a time. */
    void waitUntil(long notBefore) {
        throttle.waitUntil(notBefore);
    }

    long notBefore() {
        return throttle.notBefore();
    }

    /** Takes in what has arrived and sends nothing more. */
    PollBatch end() {
        inbox.takeIn();
        schedule.dropInFlight();
        return batch(nanos.getAsLong());
    }

    PollBatch run() {
        long end = nanos.getAsLong() + LONGEST_TICK;
        long now;
        long until;
        do {
            inbox.takeIn();
            now = nanos.getAsLong();
            send(now);
            boolean full = !throttle.waits(now)
                    && (schedule.waitsForSlots(now) || sweeps != null && sweeps.waiting());
            // What is due and was not sent waits for a response to another request.
            until = full ? end : Math.max(nextSending(now), now + LEAST_WAIT);
            if (until - end <= 0) {
                inbox.awaitArrival(until - now);
            }
        } while (until - end <= 0 && nanos.getAsLong() - end < 0);
        return batch(now);
    }

    private PollBatch batch(long now) {
        return new PollBatch(responses.takeEvents(), schedule.takeRescheduled(), report(now),
                responses.takeNews());
    }

    private void send(long now) {
        if (discovery == null && schedule.live() == 0) {
            health.nothingToAsk();
        }
        schedule.takeGivingWay(now).forEach(requests::breakOff);
        if (sweeps != null) {
            sweeps.giveUpSlowOnes(now);
        }
        if (schedule.inFlight() > 0) {
            throttle.inFlight(now);
        }
        if (throttle.waits(now)) {
            return;
        }
        if (health.down()) {
            probe(now);
        } else {
            walk(now);
            if (sweeps != null) {
                sweeps.send(now);
            }
            schedule.takeDue(now).forEach(jobId -> poll(jobId, now));
        }
    }

    /** One request at a time, the list and the jobs in turn. */
    private void probe(long now) {
        if (discovery != null && discovery.inFlight() || schedule.inFlight() > 0 || !health.probeDue(now)) {
            return;
        }
        List<String> due = discovery != null && probeTheList ? List.of() : schedule.takeDue(now);
        due.forEach(jobId -> poll(jobId, now));
        if (due.isEmpty() && discovery != null) {
            discovery.dueAt(now);
            walk(now);
        }
        probeTheList = !probeTheList;
    }

    private void poll(String jobId, long now) {
        // A probe has no time of its own: its job has been held back for as long as the server is down.
        lateness.sent(health.down() ? now : Math.max(schedule.due(jobId), throttle.notBefore()), now);
        requests.status(jobId, (response, arrival) -> responses.polled(jobId, response, now, arrival));
    }

    /** Requests the list's next page, when it is due. */
    private void walk(long now) {
        if (discovery == null || !discovery.due(now) || schedule.slots().full()) {
            return;
        }
        schedule.slots().takeForList();
        requests.list(discovery.state(), discovery.take(), discovery.pageSize(), (response, arrival) -> {
            schedule.slots().freeFromList();
            responses.listed(response, now, arrival);
        });
    }

    /** {@return monotonic nanoseconds of the next tick, which is to begin a little before something is due} */
    long nextWake() {
        long now = nanos.getAsLong();
        long next = nextSending(now);
        long patienceEnds = Math.min(ahead(health.patienceEnds(), now), ahead(throttle.patienceEnds(), now));
        return Math.min(next == Long.MAX_VALUE ? next : Math.max(now, next - LEAD), patienceEnds); // which are told
    }

    private static long ahead(long time, long now) {
        return time > now ? time : Long.MAX_VALUE;
    }

    /** {@return when something can be sent again; what waits for a response is not counted} */
    private long nextSending(long now) {
        return Math.max(throttle.notBefore(), nextDue(now));
    }

    private long nextDue(long now) {
        long jobs = schedule.nextWake(now);
        if (health.down()) {
            // A response wakes us; without one, what can be sent first: the list at any time, a job when it is due.
            return schedule.inFlight() > 0 || discovery != null && discovery.inFlight()
                    ? Long.MAX_VALUE
                    : discovery == null ? jobs : Math.max(health.probeDue(), Math.min(discovery.notBefore(), jobs));
        }
        return discovery == null ? jobs : Math.min(jobs, discovery.nextDue());
    }

    private PollReport report(long now) {
        boolean down = health.down();
        health.underWay(schedule.slots().any(), now);
        boolean unanswered = down || health.patienceEnds() <= now;
        problems.unansweredSince(unanswered ? clock.instant().minusNanos(health.waited(now)) : null);
        Problem problem = down
                ? health.problem()
                : unanswered
                        ? new Problem.Unreachable(Problem.Cause.ANSWER_TIMEOUT, "")
                        : problems.problem(schedule.live());
        boolean responded = responses.lastAnswer() != null;
        var reach = down || unanswered && !responded
                ? PollReport.Reach.DOWN
                : responded ? reach(now) : PollReport.Reach.CONNECTING;
        long nextList = discovery == null ? Long.MAX_VALUE : discovery.nextDue();
        // What troubles the list alone ends with the list, whenever jobs are polled meanwhile.
        long next = problem instanceof Problem.NoList ? nextList : Math.min(nextList, schedule.firstDue());
        return new PollReport(reach, problem, problems.since(),
                Math.max(throttle.notBefore(), down ? health.probeDue() : next),
                responses.lastAnswer(),
                responded ? Duration.ofNanos(health.usualResponseNanos()) : null,
                discovery == null ? null : discovery.problem(), responded && catchUp.done(), schedule.live(),
                lateness.p99(now), lateness.perSecond(now), requests.clockAhead());
    }

    /** {@return how a server is reached that responds} */
    private PollReport.Reach reach(long now) {
        return throttle.patienceEnds() <= now ? PollReport.Reach.REFUSING : PollReport.Reach.UP;
    }

    /** Drops all connections. Any thread. */
    @Override
    public void close() {
        requests.close();
    }
}
