package dev.jobglass.poll;

import static dev.jobglass.testing.Invariant.check;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Problem.Cause;
import dev.jobglass.api.Problem.Flaw;
import dev.jobglass.api.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A server on {@link SimulatedTime}: jobs come, move, end, run again and are forgotten; it is slow, silent, broken,
 * down, asks for patience, loses, delays and mixes up what it says. It complains when it is asked as it must not be.
 */
final class SimulatedServer extends PolledServer {
    private static final long TIMEOUT = 10 * SimulatedTime.SECOND;
    private static final int MOST_JOBS = 900;

    /** How it is at present. */
    enum Mood {
        WELL, REFUSES, SILENT, IMPATIENT, BROKEN, TALKS_HTML, AWAY
    }

    /** Its host. */
    final String name;
    private final SimulatedTime time;
    private final Random random;
    private final int most;
    private final double faults;
    /** By number, so that the newest are last. */
    final TreeMap<Integer, SimulatedJob> jobs = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Long> notBefore = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private long patienceUntil = Long.MIN_VALUE;
    private int inFlight;
    private int created;
    /** Counts the pollers: to one that is gone nothing is told. */
    private int asker;
    private boolean calm;
    Mood mood = Mood.WELL;
    long answers;
    /** Stands for all that it was ever asked, when, and in which order. */
    long asked;

    SimulatedServer(String name, SimulatedTime time, Random random, int live, int most, boolean fails) {
        this.name = name;
        this.faults = fails ? 0.01 : 0;
        this.time = time;
        this.random = random;
        this.most = most;
        for (int i = 0; i < live; i++) {
            create();
        }
        changeMood();
    }

    private void create() {
        String id = "run_%06d".formatted(created);
        SimulatedJob job = new SimulatedJob(id, time.truth().minusSeconds(created % 7), random.nextInt(8) > 0);
        job.retryAfter = random.nextInt(5) == 0 ? null : 1 + random.nextInt(random.nextInt(10) == 0 ? 40 : 8);
        jobs.put(created, job);
        numbers.put(id, created);
        created++;
        time.after(seconds(20), () -> move(job));
    }

    private long seconds(double most) {
        return (long) (random.nextDouble() * most * SimulatedTime.SECOND);
    }

    /** Nothing moves or fails any more. */
    void calmDown() {
        calm = true;
        mood = Mood.WELL;
    }

    private void move(SimulatedJob job) {
        if (calm) {
            return;
        }
        if (job.state == JobState.QUEUED) {
            job.state = JobState.RUNNING;
            job.started = time.truth();
        } else if (job.state == JobState.RUNNING && random.nextInt(8) > 0) {
            job.percentage = Math.min(99, job.percentage + random.nextInt(30));
        } else if (job.state == JobState.RUNNING) {
            job.state = List.of(JobState.SUCCEEDED, JobState.FAILED, JobState.CANCELLED).get(random.nextInt(3));
            job.completed = time.truth();
            create();
        } else if (jobs.size() > MOST_JOBS) {
            jobs.remove(numbers.get(job.id));
            return;
        } else if (job.timed && random.nextInt(6) == 0) {
            job.state = JobState.RUNNING; // again
            job.run++;
            job.started = time.truth();
            job.completed = null;
            job.percentage = 0;
        } else if (random.nextInt(3) == 0) {
            jobs.remove(numbers.get(job.id));
            return;
        }
        time.after(SimulatedTime.SECOND + seconds(job.state.terminal() ? 600 : 40), () -> move(job));
    }

    private void changeMood() {
        if (!calm) {
            mood = faults == 0 || random.nextInt(3) > 0
                    ? Mood.WELL
                    : Mood.values()[random.nextInt(Mood.values().length)];
            time.after(seconds(mood == Mood.WELL ? 120 : 40), this::changeMood);
        }
    }

    @Override
    public CompletableFuture<Response<JobStatus>> status(String jobId) {
        long sent = time.nanos();
        ask(jobId);
        check(underWay.merge(jobId, 1, Integer::sum) == 1, "two requests under way for " + jobId);
        check(sent >= notBefore.getOrDefault(jobId, Long.MIN_VALUE) || wanted.contains(jobId),
                jobId + " is asked for before its retry_after");
        return respond(() -> {
            Integer number = numbers.get(jobId);
            SimulatedJob job = number == null ? null : jobs.get(number);
            return job == null
                    ? new Response.Failure<>(new Problem.NotFound("Job not found: " + jobId))
                    : new Response.Success<>(told(job, sent));
        }, () -> underWay.remove(jobId), status -> {
            wanted.remove(jobId);
            told(status);
        });
    }

    @Override
    public CompletableFuture<Response<JobPage>> list(JobState state, int page, int pageSize) {
        long sent = time.nanos();
        ask(state + " " + page + " " + pageSize);
        return respond(() -> {
            List<SimulatedJob> all = jobs.descendingMap().values().stream()
                    .filter(job -> state == null || job.state == state).toList();
            List<JobStatus> some = all.stream().skip((page - 1L) * pageSize).limit(pageSize)
                    .map(job -> told(job, sent)).toList();
            return new Response.Success<>(oddly(some, all.size()));
        }, () -> {
        }, list -> list.jobs().forEach(this::told));
    }

    /** With times as our clock would have them, as the client tells them. */
    JobStatus told(SimulatedJob job, long sent) {
        JobStatus status = job.status(sent);
        return status.withTimes(time.toOurs(status.createdAt()), time.toOurs(status.startedAt()),
                time.toOurs(status.completedAt()));
    }

    /** A page, in which now and then a job is left out or there twice, or whose total is wrong. */
    private JobPage oddly(List<JobStatus> page, int all) {
        if (calm || faults == 0 || random.nextInt(30) > 0 || page.isEmpty()) {
            return new JobPage(page, page.size(), all);
        }
        List<JobStatus> odd = new ArrayList<>(page);
        switch (random.nextInt(3)) {
            case 0 -> odd.remove(random.nextInt(odd.size()));
            case 1 -> odd.add(random.nextInt(odd.size()), odd.get(random.nextInt(odd.size())));
            default -> all = random.nextInt(2 * all);
        }
        return new JobPage(odd, odd.size(), all);
    }

    private void told(JobStatus status) {
        answers++;
        if (status.retryAfter() != null && !status.state().terminal()) {
            notBefore.merge(status.jobId(), time.nanos() + status.retryAfter().toNanos(), Math::max);
        }
    }

    private void ask(String what) {
        asked = 31 * asked + Objects.hash(what, time.nanos());
    }

    private <T> CompletableFuture<Response<T>> respond(Supplier<Response<T>> answer, Runnable over,
            Consumer<T> told) {
        check(time.nanos() >= patienceUntil, "asked before the server's Retry-After is over");
        check(++inFlight <= most, "more than " + most + " requests under way");
        CompletableFuture<Response<T>> future = new CompletableFuture<>();
        int life = asker;
        future.whenComplete((response, _) -> {
            inFlight--;
            over.run();
            if (response instanceof Response.Success<T>(T value)) {
                told.accept(value);
            } else if (response instanceof Response.Failure<T>(Problem.Throttled(_, Duration wait, _))
                    && wait != null) {
                patienceUntil = Math.max(patienceUntil, time.nanos() + wait.toNanos());
            }
        });
        long there = 200_000 + random.nextInt(random.nextInt(50) == 0 ? 400_000_000 : 8_000_000);
        time.after(there, () -> {
            Response<T> response = faulty(answer);
            boolean silent = response instanceof Response.Failure<T>(Problem.Unreachable(Cause cause, _, _))
                    && cause == Cause.ANSWER_TIMEOUT;
            boolean late = !calm && random.nextDouble() < faults;
            time.after(silent ? TIMEOUT - there : late ? seconds(8) : there, () -> {
                if (life == asker) {
                    future.complete(response);
                }
            });
        });
        return future;
    }

    private <T> Response<T> faulty(Supplier<Response<T>> answer) {
        Mood now = !calm && random.nextDouble() < faults
                ? Mood.values()[random.nextInt(Mood.values().length)]
                : mood;
        return switch (now) {
            case WELL -> answer.get();
            case REFUSES -> new Response.Failure<>(new Problem.Unreachable(Cause.REFUSED, ""));
            case SILENT -> new Response.Failure<>(new Problem.Unreachable(Cause.ANSWER_TIMEOUT, ""));
            case IMPATIENT -> new Response.Failure<>(new Problem.Throttled(429,
                    random.nextBoolean() ? null : Duration.ofSeconds(1 + random.nextInt(20)), ""));
            case BROKEN -> new Response.Failure<>(new Problem.ServerError(500, ""));
            case TALKS_HTML -> new Response.Failure<>(new Problem.BadAnswer(Flaw.HTML, ""));
            case AWAY -> new Response.Failure<>(new Problem.NotFound("404 page not found"));
        };
    }

    /** Who adds a job by hand, puts it back or wants it asked now may have it asked for until there is an answer. */
    void userWants(String id) {
        wanted.add(id);
    }

    /** Who wants a job asked now wants the server tried, whatever it asked for. */
    void userAsks(String id) {
        userWants(id);
        patienceUntil = Long.MIN_VALUE;
    }

    /** {@return the id of some job, perhaps one that is forgotten} */
    String anyId() {
        return "run_%06d".formatted(random.nextInt(created));
    }

    /** {@return the jobs that are known} */
    List<SimulatedJob> all() {
        return new ArrayList<>(jobs.values());
    }

    /** A poller goes and takes all its requests along; another asks anew. */
    void forgetAsker() {
        close();
        notBefore.clear();
        wanted.clear();
        patienceUntil = Long.MIN_VALUE;
    }

    @Override
    public void close() {
        asker++;
        inFlight = 0;
        underWay.clear();
    }
}
