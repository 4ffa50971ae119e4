package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.JobServer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sends questions, and keeps their answers and people's wishes until the tick takes them in. {@link #post} may be
 * called by any thread; all else belongs to the tick.
 */
final class PollRequests implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PollRequests.class.getName());

    /** Something for the tick to do, told the monotonic time. */
    interface Step {
        void run(long now);
    }

    /** What to do with an answer, in a tick. */
    interface Taker<T> {
        void take(Response<T> answer, Arrival arrival);
    }

    /**
     * When an answer came, read on the thread that brought it.
     *
     * @param nanos monotonic
     * @param time of day
     */
    record Arrival(long nanos, Instant time) {
    }

    private final JobServer client;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final BlockingQueue<Step> inbox = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<?>> calls = new HashMap<>();
    private volatile Runnable onArrival = () -> {
    };

    PollRequests(JobServer client, InstantSource clock, LongSupplier nanos) {
        this.client = client;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Names what to call, on any thread, when there is something to take in. */
    void onArrival(Runnable action) {
        onArrival = action;
    }

    void post(Step step) {
        inbox.add(step);
        onArrival.run();
    }

    /** Takes in all that has arrived. */
    void takeIn() {
        for (Step step = inbox.poll(); step != null; step = inbox.poll()) {
            step.run(nanos.getAsLong());
        }
    }

    /** {@return whether something arrived within this time; it is taken in} */
    boolean awaitArrival(long longest) {
        try {
            Step step = inbox.poll(longest, TimeUnit.NANOSECONDS);
            if (step != null) {
                step.run(nanos.getAsLong());
            }
            return step != null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks for a job; the one question in flight for it. */
    void status(String jobId, Taker<JobStatus> taker) {
        CompletableFuture<Response<JobStatus>> call = client.status(jobId);
        calls.put(jobId, call);
        whenAnswered(call, (answer, arrival) -> {
            if (calls.remove(jobId, call)) {
                taker.take(answer, arrival);
            }
        });
    }

    /** Breaks off the question for a job, if there is one; no answer will be taken. */
    void breakOff(String jobId) {
        CompletableFuture<?> call = calls.remove(jobId);
        if (call != null) {
            call.cancel(true);
        }
    }

    /** {@return the question for a page of the list, which may be cancelled} */
    CompletableFuture<?> list(JobState state, int page, int pageSize, Taker<JobPage> taker) {
        CompletableFuture<Response<JobPage>> call = client.list(state, page, pageSize);
        whenAnswered(call, taker);
        return call;
    }

    private <T> void whenAnswered(CompletableFuture<Response<T>> call, Taker<T> taker) {
        call.whenComplete((answer, broken) -> {
            Arrival arrival = new Arrival(nanos.getAsLong(), clock.instant());
            switch (broken) {
                case null -> post(_ -> taker.take(answer, arrival));
                case CancellationException _ -> {
                    // By us, so nobody waits for it.
                }
                default -> {
                    LOG.log(System.Logger.Level.ERROR, "An answer could not be read", broken);
                    post(_ -> taker.take(new Failure<>(new Problem.BadAnswer(Flaw.NOT_A_STATUS, broken.toString())),
                            arrival));
                }
            }
        });
    }

    /** Drops all connections. Any thread. */
    @Override
    public void close() {
        onArrival = () -> {
        };
        client.close();
    }
}
