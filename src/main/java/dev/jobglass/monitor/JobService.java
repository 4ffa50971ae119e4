package dev.jobglass.monitor;

import dev.jobglass.api.JobResult;
import dev.jobglass.api.JobStream;
import dev.jobglass.api.Problem;
import dev.jobglass.api.RawResponse;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.Response;
import dev.jobglass.api.StreamEvent;
import dev.jobglass.model.Job;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * What a user can do with jobs, of whichever server, here and at the server. Everything returns at once; consumers are
 * called on the JavaFX thread. Nothing is tried twice.
 */
public final class JobService {
    /** Events are gathered this long, so that the window changes at most 20 times a second. */
    private static final Duration GATHER = Duration.millis(50);

    private final Function<Job, MonitoredServer> servers;

    /**
     * What became of one job of many.
     *
     * @param job which
     * @param problem why it was not done, or null when it was
     */
    public record Outcome(Job job, Problem problem) {
    }

    /**
     * Serves some servers.
     *
     * @param servers tells a job's server
     */
    JobService(Function<Job, MonitoredServer> servers) {
        this.servers = servers;
    }

    /**
     * Puts failures that the user has read aside.
     *
     * @param read failed jobs
     * @param note what the user has to say about it, or empty
     */
    public void dismiss(Collection<Job> read, String note) {
        byServer(read, (server, jobs) -> server.board().dismiss(jobs, note));
    }

    /**
     * Undoes {@link #dismiss(Collection, String)}.
     *
     * @param read the same
     */
    public void reopen(Collection<Job> read) {
        byServer(read, (server, jobs) -> server.board().reopen(jobs));
    }

    /**
     * Asks for jobs at once, each at most once a second.
     *
     * @param jobs which
     */
    public void askNow(Collection<Job> jobs) {
        byServer(jobs, MonitoredServer::askNow);
    }

    /**
     * Takes jobs off the list; they stay away though their server lists them.
     *
     * @param jobs which
     */
    public void remove(Collection<Job> jobs) {
        byServer(jobs, MonitoredServer::remove);
    }

    /**
     * Undoes {@link #remove(Collection)}.
     *
     * @param jobs the same
     */
    public void restore(Collection<Job> jobs) {
        byServer(jobs, MonitoredServer::restore);
    }

    /** Those of a server that is watched no more are left out. */
    private void byServer(Collection<Job> jobs, BiConsumer<MonitoredServer, List<Job>> action) {
        jobs.stream()
                .filter(job -> servers.apply(job) != null)
                .collect(Collectors.groupingBy(servers, LinkedHashMap::new, Collectors.toList()))
                .forEach(action);
    }

    /**
     * Cancels jobs, and asks how it is with each once its server has answered.
     *
     * @param jobs which
     * @param progress takes how many are done, after each
     * @param done takes all outcomes, in the order of the jobs' responses
     * @return what leaves those alone that are not tried yet
     */
    public Runnable cancel(Collection<Job> jobs, Consumer<Integer> progress, Consumer<List<Outcome>> done) {
        return new JobBatch<>(jobs, servers, (server, job) -> server.client().cancel(job.id())
                .whenComplete((_, _) -> Platform.runLater(() -> askNow(List.of(job)))), progress,
                answers -> done.accept(outcomes(answers))).begin();
    }

    /**
     * Has the server forget jobs that are over.
     *
     * @param jobs which
     * @param progress takes how many are done, after each
     * @param done takes all outcomes, in the order of the jobs' responses
     * @return what leaves those alone that are not tried yet
     */
    public Runnable delete(Collection<Job> jobs, Consumer<Integer> progress, Consumer<List<Outcome>> done) {
        return new JobBatch<>(jobs, servers, (server, job) -> server.client().delete(job.id()), progress,
                answers -> done.accept(outcomes(answers))).begin();
    }

    private static <T> List<Outcome> outcomes(List<JobBatch.Answer<Response<T>>> answers) {
        return answers.stream().map(one -> new Outcome(one.job(), switch (one.answer()) {
            case Success<T> _ -> null;
            case Failure<T>(Problem problem) -> problem;
        })).toList();
    }

    /**
     * Asks what a job produced.
     *
     * @param job which
     * @param taker takes the answer
     */
    public void result(Job job, Consumer<Response<JobResult>> taker) {
        FxThread.take(servers.apply(job).client().result(job.id()), taker);
    }

    /**
     * Asks for the whole of a failed job's error.
     *
     * @param job which
     * @param taker takes the answer
     */
    public void error(Job job, Consumer<Response<String>> taker) {
        FxThread.take(servers.apply(job).client().error(job.id()), taker);
    }

    /**
     * Asks for a job's status as it comes.
     *
     * @param job which
     * @param taker takes the answer
     */
    public void raw(Job job, Consumer<Response<RawResponse>> taker) {
        FxThread.take(servers.apply(job).client().raw(job.id()), taker);
    }

    /**
     * Follows a job's stream.
     *
     * @param job which
     * @param events takes what it tells, the newest of what comes in quick succession
     * @param ended takes that it is over: why it was refused, or null for any other reason
     * @return the stream, to be closed
     */
    public JobStream follow(Job job, Consumer<StreamEvent> events, Consumer<Problem> ended) {
        StreamRelay relay = new StreamRelay(events, JobService::soon);
        return servers.apply(job).client().stream(job.id(), relay, why -> Platform.runLater(() -> {
            relay.passOn();
            ended.accept(why);
        }));
    }

    /** Once several pulses have passed. */
    private static void soon(Runnable action) {
        Platform.runLater(() -> {
            PauseTransition pause = new PauseTransition(GATHER);
            pause.setOnFinished(_ -> action.run());
            pause.play();
        });
    }
}
