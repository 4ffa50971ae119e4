package dev.jobglass.monitor;

import dev.jobglass.model.Job;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/** The same done with many jobs, some at a time. JavaFX thread only. */
final class JobBatch<T> {
    private static final System.Logger LOG = System.getLogger(JobBatch.class.getName());
    /** At a time, so that cancelling a thousand jobs is no storm. */
    private static final int AT_A_TIME = 4;

    private final Deque<Request> left = new ArrayDeque<>();
    private int all;
    private final BiFunction<MonitoredServer, Job, CompletableFuture<T>> action;
    private final Consumer<Integer> progress;
    private final Consumer<List<Answer<T>>> done;
    private final List<Answer<T>> answers = new ArrayList<>();
    private int over;

    /** Whom to ask about a job is settled at the beginning: its server may be watched no more before its turn comes. */
    private record Request(Job job, MonitoredServer server) {
    }

    /** What came of one job. */
    record Answer<T>(MonitoredServer server, Job job, T answer) {
    }

    /**
     * Does nothing yet.
     *
     * @param jobs which; those of a server that is watched no more are left out
     * @param servers tells a job's server, or null
     * @param action does it with one job; any thread may bring its answer
     * @param progress takes how many are done, after each
     * @param done takes all answers, in the order they came; none of one that ended with an error of ours
     */
    JobBatch(Collection<Job> jobs, Function<Job, MonitoredServer> servers,
            BiFunction<MonitoredServer, Job, CompletableFuture<T>> action, Consumer<Integer> progress,
            Consumer<List<Answer<T>>> done) {
        jobs.stream().filter(job -> servers.apply(job) != null)
                .forEach(job -> left.add(new Request(job, servers.apply(job))));
        this.all = left.size();
        this.action = action;
        this.progress = progress;
        this.done = done;
    }

    /** Begins; {@return what leaves those alone that are not tried yet} */
    Runnable begin() {
        if (all == 0) {
            done.accept(answers);
        }
        for (int i = 0; i < AT_A_TIME; i++) {
            next();
        }
        return this::stop;
    }

    private void stop() {
        all -= left.size();
        left.clear();
    }

    private void next() {
        Request next = left.poll();
        if (next != null) {
            action.apply(next.server(), next.job())
                    .whenComplete((answer, failure) -> Platform.runLater(() -> answered(next, answer, failure)));
        }
    }

    /** One that could not even be tried, for a reason nobody thought of, must not keep the others waiting. */
    private void answered(Request request, T answer, Throwable failure) {
        over++;
        if (failure == null) {
            answers.add(new Answer<>(request.server(), request.job(), answer));
        } else {
            LOG.log(System.Logger.Level.ERROR, "Nothing could be done with a job", failure);
        }
        progress.accept(over);
        if (over == all) {
            done.accept(answers);
        }
        next();
    }
}
