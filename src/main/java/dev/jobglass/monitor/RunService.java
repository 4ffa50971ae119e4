package dev.jobglass.monitor;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunRequest;
import dev.jobglass.history.SentRun;
import dev.jobglass.history.SentRuns;
import dev.jobglass.model.Job;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Asks servers for new runs. A request is remembered before it is sent, with the key that names it to the server: when
 * its answer is lost, or the program ends meanwhile, it is sent again with that key and begins no second run. To be
 * called on the JavaFX thread, which takers are called on.
 */
public final class RunService {
    private final SentRuns sent;

    RunService(SentRuns sent) {
        this.sent = sent;
    }

    /**
     * {@return a request that was not sent before}
     *
     * @param server whom to ask
     * @param request without flaws
     * @param now the present
     */
    public SentRun begin(MonitoredServer server, RunRequest request, Instant now) {
        return new SentRun(UUID.randomUUID().toString(), server.server().toString(), request, now);
    }

    /**
     * Sends a request, for the first time or again, and watches the job that comes of it.
     *
     * @param server whom to ask
     * @param run what to ask for
     * @param remember whether it is kept on this computer
     * @param taker takes the job, or why there is none
     */
    public void send(MonitoredServer server, SentRun run, boolean remember, Consumer<Response<Job>> taker) {
        CompletableFuture.runAsync(() -> {
            if (remember) {
                sent.sent(run);
            }
        }).thenCompose(_ -> server.client().submit(run.request(), run.key()))
                .thenAccept(answer -> Platform.runLater(() -> taker.accept(answered(server, run, answer))));
    }

    private Response<Job> answered(MonitoredServer server, SentRun run, Response<String> answer) {
        return switch (answer) {
            case Success<String>(String jobId) -> {
                sent.submitted(run.key(), jobId);
                server.watch(Set.of(jobId));
                yield new Success<>(server.board().job(jobId).orElseThrow());
            }
            case Failure<String>(Problem problem) -> {
                if (!mayHaveBegun(problem)) {
                    sent.refused(run.key());
                }
                yield new Failure<>(problem);
            }
        };
    }

    /**
     * {@return whether a run can have come of a request all the same}
     *
     * @param problem what its answer was instead
     */
    public boolean mayHaveBegun(Problem problem) {
        return switch (problem) {
            case Problem.Rejected _,Problem.Unauthorised _,Problem.Throttled _ -> false;
            case Problem.NotFound _,Problem.NoApi _,Problem.Conflict _ -> false;
            case Problem.Unreachable(var cause, _, _) -> !cause.noConnection();
            default -> true;
        };
    }

    /**
     * {@return the request that a job came of, if it was asked for from here and is remembered} Blocks.
     *
     * @param job which
     */
    public Optional<SentRun> of(JobKey job) {
        return sent.of(job.server().toString(), job.id());
    }

    /**
     * {@return the last request to a server of which no answer is known} Blocks.
     *
     * @param server its base address
     * @param from not earlier
     */
    public Optional<SentRun> unanswered(String server, Instant from) {
        return sent.unanswered(server, from);
    }
}
