package dev.jobglass.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A server that runs jobs, as polling and the user's actions know it, whatever it speaks. Every call returns at once,
 * on any thread; its future always completes with a {@link Response}, and exceptionally only when the caller cancels
 * it, which also gives up the request. Futures may complete on a thread that others need, so what follows there must be
 * short.
 */
public interface JobServer extends AutoCloseable {
    /**
     * Asks for a job's status.
     *
     * @param jobId any text that is not empty
     * @return its status, or why there is none
     */
    CompletableFuture<Response<JobStatus>> status(String jobId);

    /**
     * Asks for a page of the jobs, newest first.
     *
     * @param state only jobs in this state, queued, running or terminal; or null for all
     * @param page from 1
     * @param pageSize 1 to 100
     * @return the page, or why there is none: {@link Problem.NotFound} when the server has no list, and
     *         {@link Problem.NoApi} when it knows no jobs at all
     */
    CompletableFuture<Response<JobPage>> list(JobState state, int page, int pageSize);

    /**
     * Asks for the whole of a failed job's error, of which a {@link JobStatus} keeps an excerpt.
     *
     * @param jobId any text that is not empty
     * @return the error, empty when the server tells none, or why it is not known
     */
    CompletableFuture<Response<String>> error(String jobId);

    /**
     * Asks for what a succeeded job produced.
     *
     * @param jobId any text that is not empty
     * @return the result; {@link Problem.Conflict} while the job is not terminal
     */
    CompletableFuture<Response<JobResult>> result(String jobId);

    /**
     * Asks for a job's status and gives the response as it came, whatever it is.
     *
     * @param jobId any text that is not empty
     * @return the answer, or why there is none
     */
    CompletableFuture<Response<RawResponse>> raw(String jobId);

    /**
     * Follows a job's stream.
     *
     * @param jobId any text that is not empty
     * @param events takes what the stream tells, on a thread of its own
     * @param ended takes once, on any thread, that the stream is over: why it was refused, or null for any other reason
     * @return the stream, to be closed
     */
    JobStream stream(String jobId, Consumer<StreamEvent> events, Consumer<Problem> ended);

    /**
     * Tells the server to cancel a job.
     *
     * @param jobId any text that is not empty
     * @return the status after it; {@link Problem.Conflict} when the job was already terminal
     */
    CompletableFuture<Response<JobStatus>> cancel(String jobId);

    /**
     * Tells the server to forget a terminal job.
     *
     * @param jobId any text that is not empty
     * @return the id, once the server has forgotten it; {@link Problem.Conflict} while the job runs
     */
    CompletableFuture<Response<String>> delete(String jobId);

    /**
     * Asks for a new run.
     *
     * @param request without flaws
     * @param idempotencyKey names this request: when it is sent again, because its answer was lost, the server begins
     *        no second run but gives the same id
     * @return the new job; {@link Problem.Rejected} with the fields that the server finds wrong
     */
    CompletableFuture<Response<BegunRun>> submit(RunRequest request, String idempotencyKey);

    /**
     * {@return how far the server's clock is ahead of ours, negative when it is behind; zero while that is not known}
     * Times in what it answers are as our clock would have them.
     */
    default Duration clockAhead() {
        return Duration.ZERO;
    }

    /** Gives up all that is under way, which completes with a problem. */
    @Override
    void close();
}
