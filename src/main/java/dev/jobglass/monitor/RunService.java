package dev.jobglass.monitor;

import dev.jobglass.api.BegunRun;
import dev.jobglass.api.JobKey;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunRequest;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.History;
import dev.jobglass.history.Retry;
import dev.jobglass.history.SentRun;
import dev.jobglass.model.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks servers for new runs. A request is remembered before it is sent, with the key that names it to the server: when
 * its answer is lost, or the program ends meanwhile, it is sent again with that key and begins no second run. To be
 * called on the JavaFX thread, which takers are called on.
 */
public final class RunService {
    /** A request that was not answered is sent again with its key for so long. */
    public static final Duration KEY_KEPT = Duration.ofDays(1);

    private static final Duration PRESSED_TWICE = Duration.ofSeconds(3);

    private final History history;
    private final Function<Job, MonitoredServer> servers;
    /** Of these another run is being asked for, so that keys pressed twice begin one. */
    private final Set<JobKey> underWay = new HashSet<>();
    /** What was sent to run a job again and not answered: also when nothing is to be remembered on this computer. */
    private final Map<JobKey, SentRun> unanswered = new HashMap<>();
    /** All that was sent here and not answered, whatever has been sent since. */
    private final List<SentRun> lost = new ArrayList<>();
    /** When a job was begun here, which is selected then: keys pressed once more did not mean that one. */
    private final Map<JobKey, Instant> begun = new HashMap<>();

    RunService(History history, Function<Job, MonitoredServer> servers) {
        this.history = history;
        this.servers = servers;
    }

    /** What came of asking for another run of a job. */
    public sealed interface Again {
        /** {@return which job was to run again} */
        Job like();

        /**
         * It runs.
         *
         * @param job the new one, which is watched
         */
        record Begun(Job like, Job job) implements Again {
        }

        /** What was asked for is not known here: another program did, or it was not to be remembered. */
        record NotKnown(Job like) implements Again {
        }

        /**
         * There is no new job that is known of.
         *
         * @param problem why
         */
        record Failed(Job like, Problem problem) implements Again {
        }
    }

    /**
     * Asks for another run of each of some jobs, with what was asked for at first.
     *
     * @param jobs which; those of which that is under way already, and those begun just now, are left out
     * @param remember whether it is kept on this computer
     * @param now the present
     * @param progress takes how many are done, after each
     * @param done takes what came of all
     * @return what leaves those alone that are not tried yet
     */
    public Runnable again(Collection<Job> jobs, boolean remember, Instant now, Consumer<Integer> progress,
            Consumer<List<Again>> done) {
        begun.values().removeIf(at -> at.isBefore(now.minus(PRESSED_TWICE)));
        List<Job> fresh = jobs.stream().filter(job -> !begun.containsKey(job.key()) && underWay.add(job.key()))
                .toList();
        return new JobBatch<>(fresh, servers, (server, job) -> toSend(server, job, now)
                .thenCompose(known -> known.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.<Tried>empty())
                        : submit(server, known.get(), remember)
                                .thenApply(answer -> Optional.of(new Tried(known.get(), answer)))),
                progress, answers -> {
                    fresh.forEach(job -> underWay.remove(job.key()));
                    List<Again> all = answers.stream().map(this::again).toList();
                    all.stream().filter(Again.Begun.class::isInstance).map(Again.Begun.class::cast)
                            .forEach(one -> begun.put(one.job().key(), now));
                    done.accept(all);
                }).begin();
    }

    /**
     * Looks of which jobs it is known what was asked for, so that they can run again.
     *
     * @param jobs any
     * @param taker takes those, in their order, each with the id of the last job that runs it again, or an empty text
     */
    public void known(Collection<Job> jobs, Consumer<SequencedMap<Job, String>> taker) {
        Map<ServerAddress, List<Job>> ofServers = jobs.stream()
                .collect(Collectors.groupingBy(job -> job.key().server()));
        FxThread.take(CompletableFuture.supplyAsync(() -> {
            Map<JobKey, String> known = new HashMap<>();
            ofServers.forEach((server, its) -> history.sentRuns()
                    .known(server.toString(), its.stream().map(Job::id).toList())
                    .forEach((id, again) -> known.put(new JobKey(server, id), again)));
            return known;
        }), known -> {
            SequencedMap<Job, String> ordered = new LinkedHashMap<>();
            jobs.stream().filter(job -> known.containsKey(job.key()))
                    .forEach(job -> ordered.put(job, known.get(job.key())));
            taker.accept(ordered);
        });
    }

    /** What was sent, and what came of it. */
    private record Tried(SentRun run, Response<BegunRun> answer) {
    }

    private CompletableFuture<Optional<SentRun>> toSend(MonitoredServer server, Job job, Instant now) {
        SentRun before = unanswered.get(job.key());
        return before != null
                ? CompletableFuture.completedFuture(Optional.of(before))
                : CompletableFuture.supplyAsync(
                        () -> of(job.key()).map(known -> begin(server, known.request(), job, now)));
    }

    private Again again(JobBatch.Answer<Optional<Tried>> one) {
        if (one.answer().isEmpty()) {
            return new Again.NotKnown(one.job());
        }
        Tried tried = one.answer().get();
        return switch (watched(one.server(), tried.answer())) {
            case Success<Job>(Job job) -> {
                unanswered.remove(one.job().key());
                yield new Again.Begun(one.job(), job);
            }
            case Failure<Job>(Problem problem) -> {
                if (mayHaveBegun(problem)) {
                    unanswered.put(one.job().key(), tried.run());
                }
                yield new Again.Failed(one.job(), problem);
            }
        };
    }

    /**
     * {@return a request that was not sent before}
     *
     * @param server whom to ask
     * @param request without flaws
     * @param like the job that it is to run again, or null
     * @param now the present
     */
    public SentRun begin(MonitoredServer server, RunRequest request, Job like, Instant now) {
        boolean its = like != null && like.key().server().equals(server.server());
        return new SentRun(UUID.randomUUID().toString(), server.server().toString(), request, its ? like.id() : null,
                now);
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
        SentRun known = lost.stream().filter(run::asksTheSame).findFirst().orElse(run);
        FxThread.take(submit(server, known, remember), answer -> {
            lost.remove(known);
            if (answer instanceof Failure<BegunRun>(Problem problem) && (known != run || mayHaveBegun(problem))) {
                lost.add(known); // a refusal now says nothing of what was lost before
            }
            taker.accept(watched(server, answer));
        });
    }

    /** Any thread; what came of it is remembered as soon as it is known. */
    private CompletableFuture<Response<BegunRun>> submit(MonitoredServer server, SentRun run, boolean remember) {
        return CompletableFuture.supplyAsync(() -> {
            SentRun known = history.sentRuns().unanswered(run, KEY_KEPT).orElse(run);
            if (remember) {
                history.sentRuns().sent(known);
            }
            return known;
        }).thenCompose(known -> server.client().submit(known.request(), known.key()).thenApply(answer -> {
            remember(known, answer);
            return answer;
        }));
    }

    private void remember(SentRun run, Response<BegunRun> answer) {
        switch (answer) {
            case Success<BegunRun>(BegunRun begun) -> history.sentRuns().submitted(run.key(), begun.jobId());
            case Failure<BegunRun>(Problem problem) when !mayHaveBegun(problem) ->
                history.sentRuns().refused(run.key());
            case Failure<BegunRun> _ -> {
                // It may have begun all the same.
            }
        }
    }

    private static Response<Job> watched(MonitoredServer server, Response<BegunRun> answer) {
        return switch (answer) {
            case Success<BegunRun>(BegunRun begun) -> {
                server.watch(begun);
                yield new Success<>(server.board().job(begun.jobId()).orElseThrow());
            }
            case Failure<BegunRun>(Problem problem) -> new Failure<>(problem);
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
        return history.sentRuns().of(job.server().toString(), job.id());
    }

    /**
     * {@return of which job a job is another run, if it was asked for so from here} Blocks.
     *
     * @param job which
     */
    public Optional<Retry> retry(JobKey job) {
        return history.sentRuns().retry(job.server().toString(), job.id());
    }

    /**
     * {@return the last request to run a job again of which no answer is known} Blocks.
     *
     * @param job which
     * @param from not earlier
     */
    public Optional<SentRun> unansweredAgain(JobKey job, Instant from) {
        return history.sentRuns().unansweredAgain(job.server().toString(), job.id(), from);
    }

    /**
     * {@return the last request to a server of which no answer is known} Blocks.
     *
     * @param server its base address
     * @param from not earlier
     */
    public Optional<SentRun> unanswered(String server, Instant from) {
        return history.sentRuns().unanswered(server, from);
    }
}
