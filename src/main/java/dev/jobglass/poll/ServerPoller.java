package dev.jobglass.poll;

import dev.jobglass.api.JobServer;
import dev.jobglass.api.JobStatus;
import dev.jobglass.model.PollBatch;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Polls one server: each {@link #tick} takes in what has arrived since the last one, sends what has fallen due and
 * reports. Commands come from any thread and wait in an inbox for the next tick.
 */
public final class ServerPoller implements AutoCloseable {
    private final PollInbox inbox;
    private final PollTick tick;

    /**
     * Makes a poller that watches nothing yet.
     *
     * @param server what to poll; closed with this
     * @param settings how
     * @param excluded whether an entry of the server's list is to be passed over, as if it were not there; asked by the
     *        thread of the tick
     * @param clock the time of day, for reports
     * @param nanos monotonic time in nanoseconds, for waiting
     * @param random for jitter
     */
    public ServerPoller(JobServer server, PollSettings settings, Predicate<JobStatus> excluded, InstantSource clock,
            LongSupplier nanos, RandomGenerator random) {
        this(server, settings, excluded, clock, nanos, random, Arrivals.inRealTime());
    }

    /** The same with arrivals of another time. */
    ServerPoller(JobServer server, PollSettings settings, Predicate<JobStatus> excluded, InstantSource clock,
            LongSupplier nanos, RandomGenerator random, Arrivals arrivals) {
        this.inbox = new PollInbox(nanos, arrivals);
        this.tick = new PollTick(inbox, server, settings, excluded, clock, nanos, random);
    }

    /**
     * Begins to watch a job, at once. Any thread.
     *
     * @param jobId the job
     */
    public void watch(String jobId) {
        watch(jobId, Long.MIN_VALUE);
    }

    /**
     * Begins to watch a job that was polled before. Any thread.
     *
     * @param jobId the job
     * @param notBefore monotonic nanoseconds, before when its server wants no request for it
     */
    public void watch(String jobId, long notBefore) {
        inbox.post(now -> tick.watch(jobId, notBefore, now));
    }

    /**
     * Watches a job no more; what was on its way about it is dropped. Any thread.
     *
     * @param jobId the job
     */
    public void forget(String jobId) {
        inbox.post(now -> tick.forget(jobId, now));
    }

    /**
     * Polls at once, unless the job was polled within the last second. Any thread.
     *
     * @param jobId the job
     */
    public void pollNow(String jobId) {
        inbox.post(now -> tick.pollNow(jobId, now));
    }

    /** Probes a server that is down at once. Any thread. */
    public void tryNow() {
        inbox.post(tick::tryNow);
    }

    /** Names what to call, on any thread, when there is something for the next tick. */
    public void onArrival(Runnable action) {
        inbox.onArrival(action);
    }

    /** {@return what was learned since the last tick; never called twice at once} */
    public PollBatch tick() {
        return tick.run();
    }

    /** {@return monotonic nanoseconds of the next tick, which is to begin a little before something is due} */
    public long nextWake() {
        return tick.nextWake();
    }

    /** {@return monotonic nanoseconds before which the server wants no request at all; in no tick} */
    public long notBefore() {
        return tick.notBefore();
    }

    /**
     * Sends nothing before a time, which the server asked for. Any thread.
     *
     * @param notBefore monotonic nanoseconds
     */
    public void waitUntil(long notBefore) {
        inbox.post(_ -> tick.waitUntil(notBefore));
    }

    /** Drops all connections: {@return what was learned since the last tick}, in whose place this is called. */
    public PollBatch end() {
        close();
        return tick.end();
    }

    /** Drops all connections. Any thread. */
    @Override
    public void close() {
        inbox.onArrival(() -> {
        });
        tick.close();
    }
}
