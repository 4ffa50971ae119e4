package dev.jobglass.poll;

import dev.jobglass.api.BegunRun;
import dev.jobglass.api.JobResult;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.JobStream;
import dev.jobglass.api.Problem;
import dev.jobglass.api.RawResponse;
import dev.jobglass.api.Response;
import dev.jobglass.api.RunRequest;
import dev.jobglass.api.StreamEvent;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A server that is polled, and asked for nothing else. */
abstract class PolledServer implements JobServer {
    @Override
    public CompletableFuture<Response<String>> error(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Response<JobResult>> result(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Response<RawResponse>> raw(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JobStream stream(String jobId, Consumer<StreamEvent> events, Consumer<Problem> ended) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Response<JobStatus>> cancel(String jobId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Response<BegunRun>> submit(RunRequest request, String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Response<String>> delete(String jobId) {
        throw new UnsupportedOperationException();
    }
}
