package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Sends requests and posts their responses to the inbox. Belongs to the tick, but for {@link #close}. */
final class PollRequests implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PollRequests.class.getName());

    /** What to do with a response, in a tick. */
    interface Handler<T> {
        void handle(Response<T> response, Arrival arrival);
    }

    /**
     * When a response came, read on the thread that brought it.
     *
     * @param nanos monotonic
     * @param time of day
     */
    record Arrival(long nanos, Instant time) {
    }

    private final JobServer server;
    private final PollInbox inbox;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<String, CompletableFuture<?>> calls = new HashMap<>();

    PollRequests(JobServer server, PollInbox inbox, InstantSource clock, LongSupplier nanos) {
        this.server = server;
        this.inbox = inbox;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Requests a job's status; the one request in flight for it. */
    void status(String jobId, Handler<JobStatus> handler) {
        CompletableFuture<Response<JobStatus>> call = server.status(jobId);
        calls.put(jobId, call);
        whenComplete(call, (response, arrival) -> {
            if (calls.remove(jobId, call)) {
                handler.handle(response, arrival);
            }
        });
    }

    /** Breaks off the request for a job, if there is one; no response will be handled. */
    void breakOff(String jobId) {
        CompletableFuture<?> call = calls.remove(jobId);
        if (call != null) {
            call.cancel(true);
        }
    }

    /** {@return the request for a page of the list, which may be cancelled} */
    CompletableFuture<?> list(JobState state, int page, int pageSize, Handler<JobPage> handler) {
        CompletableFuture<Response<JobPage>> call = server.list(state, page, pageSize);
        whenComplete(call, handler);
        return call;
    }

    private <T> void whenComplete(CompletableFuture<Response<T>> call, Handler<T> handler) {
        call.whenComplete((response, broken) -> {
            Arrival arrival = new Arrival(nanos.getAsLong(), clock.instant());
            switch (broken) {
                case null -> inbox.post(_ -> handler.handle(response, arrival));
                case CancellationException _ -> {
                    // By us, so nobody waits for it.
                }
                default -> {
                    LOG.log(System.Logger.Level.ERROR, "A response could not be read", broken);
                    inbox.post(_ -> handler.handle(
                            new Failure<>(new Problem.BadAnswer(Flaw.NOT_A_STATUS, broken.toString())), arrival));
                }
            }
        });
    }

    /** {@return how far the server's clock is ahead of ours} */
    Duration clockAhead() {
        return server.clockAhead();
    }

    /** Drops all connections. Any thread. */
    @Override
    public void close() {
        server.close();
    }
}
