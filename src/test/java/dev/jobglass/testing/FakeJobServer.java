package dev.jobglass.testing;

import dev.jobglass.api.BegunRun;
import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobResult;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.JobStream;
import dev.jobglass.api.Problem;
import dev.jobglass.api.RawResponse;
import dev.jobglass.api.Response;
import dev.jobglass.api.RunRequest;
import dev.jobglass.api.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server without a network, whose jobs a test moves by hand; the list is sorted by ids, the highest first. */
public final class FakeJobServer implements JobServer {
    private final Map<String, JobStatus> jobs = new ConcurrentSkipListMap<>();
    private final Map<String, Problem> problems = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Has a job answer with this status. */
    public void job(JobStatus status) {
        jobs.put(status.jobId(), status);
    }

    /** Has requests for a job fail. */
    public void problem(String jobId, Problem problem) {
        problems.put(jobId, problem);
    }

    /** {@return how often a job was asked for by itself} */
    public long asked(String jobId) {
        return requests.stream().filter(jobId::equals).count();
    }

    /** {@return how many pages of the list were asked for} */
    public long pages() {
        return requests.stream().filter(request -> request.startsWith("page ")).count();
    }

    private static <T> CompletableFuture<Response<T>> success(T value) {
        return CompletableFuture.completedFuture(new Response.Success<>(value));
    }

    private static <T> CompletableFuture<Response<T>> failure(Problem problem) {
        return CompletableFuture.completedFuture(new Response.Failure<>(problem));
    }

    @Override
    public CompletableFuture<Response<JobStatus>> status(String jobId) {
        requests.add(jobId);
        JobStatus status = jobs.get(jobId);
        Problem problem = problems.get(jobId);
        return problem != null
                ? failure(problem)
                : status == null ? failure(new Problem.NotFound("")) : success(status);
    }

    @Override
    public CompletableFuture<Response<JobPage>> list(JobState state, int page, int pageSize) {
        requests.add("page " + page);
        List<JobStatus> all = new ArrayList<>(jobs.values().stream()
                .filter(job -> state == null || job.state() == state).toList()).reversed();
        List<JobStatus> some = all.stream().skip((page - 1L) * pageSize).limit(pageSize).toList();
        return success(new JobPage(some, some.size(), all.size()));
    }

    @Override
    public CompletableFuture<Response<String>> error(String jobId) {
        return failure(new Problem.NotFound(""));
    }

    @Override
    public CompletableFuture<Response<JobResult>> result(String jobId) {
        return failure(new Problem.NotFound(""));
    }

    @Override
    public CompletableFuture<Response<RawResponse>> raw(String jobId) {
        return failure(new Problem.NotFound(""));
    }

    @Override
    public JobStream stream(String jobId, Consumer<StreamEvent> events, Consumer<Problem> ended) {
        ended.accept(null);
        return () -> {
        };
    }

    @Override
    public CompletableFuture<Response<JobStatus>> cancel(String jobId) {
        return failure(new Problem.NotFound(""));
    }

    @Override
    public CompletableFuture<Response<String>> delete(String jobId) {
        return failure(new Problem.NotFound(""));
    }

    @Override
    public CompletableFuture<Response<BegunRun>> submit(RunRequest request, String idempotencyKey) {
        return failure(new Problem.NotFound(""));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
