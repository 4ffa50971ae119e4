package dev.jobglass.poll;

import dev.jobglass.api.Answer;
import dev.jobglass.api.Answer.Given;
import dev.jobglass.api.Answer.Refused;
import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.api.RunsClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Polls one server: each {@link #tick} takes in what has arrived since the last one, sends what has fallen due and
 * reports. Wishes and answers come from any thread and wait in queues; all else belongs to the tick.
 */
public final class ServerPoller implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ServerPoller.class.getName());

    /** Work for the next tick, told the monotonic time. */
    private interface Step {
        void run(long now);
    }

    private final RunsClient client;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ServerHealth health;
    private final PollSchedule schedule;
    private final Discovery discovery;
    private final Punctuality punctuality = new Punctuality();
    private final ServerTrouble trouble = new ServerTrouble();
    private final Queue<Step> inbox = new ConcurrentLinkedQueue<>();
    private final Map<String, CompletableFuture<?>> calls = new HashMap<>();
    private final Set<String> unwanted = new HashSet<>();
    private final List<PollEvent> events = new ArrayList<>();
    /** Watched from the start and not yet answered: before their first answer the first look is not over. */
    private final Set<String> awaited = new HashSet<>();
    private boolean looked;
    private volatile Runnable onArrival = () -> {
    };
    private Instant lastAnswer;
    private boolean probeTheList = true;

    /**
     * Makes a poller that watches nothing yet.
     *
     * @param client whom to ask; closed with this
     * @param settings how
     * @param unwanted ids that discovery leaves out
     * @param clock the time of day, for reports
     * @param nanos monotonic time in nanoseconds, for waiting
     * @param random for jitter
     */
    public ServerPoller(RunsClient client, PollSettings settings, Set<String> unwanted, InstantSource clock,
            LongSupplier nanos, RandomGenerator random) {
        this.client = client;
        this.clock = clock;
        this.nanos = nanos;
        this.health = new ServerHealth(new Backoff(random));
        this.schedule = new PollSchedule(settings.maxInFlight(), random, health);
        this.discovery = settings.discovery() ? new Discovery(settings.discoverEvery(), nanos.getAsLong()) : null;
        this.unwanted.addAll(unwanted);
    }

    /**
     * Begins to watch a job. Any thread.
     *
     * @param jobId the job
     */
    public void watch(String jobId) {
        post(now -> {
            unwanted.remove(jobId);
            if (!looked && !schedule.knows(jobId)) {
                awaited.add(jobId);
            }
            schedule.watch(jobId, now);
        });
    }

    /**
     * Watches a job no more, also when discovery sees it. Any thread.
     *
     * @param jobId the job
     */
    public void forget(String jobId) {
        post(_ -> {
            unwanted.add(jobId);
            schedule.forget(jobId);
            trouble.over(jobId);
            awaited.remove(jobId);
            events.removeIf(event -> event.jobId().equals(jobId));
            CompletableFuture<?> call = calls.remove(jobId);
            if (call != null) {
                call.cancel(true);
            }
        });
    }

    /**
     * Asks at once, unless the job was asked within the last second. Any thread.
     *
     * @param jobId the job
     */
    public void askNow(String jobId) {
        post(now -> schedule.askNow(jobId, now));
    }

    /** Probes a server that is down at once. Any thread. */
    public void tryNow() {
        post(now -> {
            health.probeAt(now);
            if (discovery == null) {
                schedule.firstDueAt(now);
            } else {
                discovery.dueAt(now);
            }
        });
    }

    /** Names what to call, on any thread, when there is something for the next tick. */
    void onArrival(Runnable action) {
        onArrival = action;
    }

    private void post(Step step) {
        inbox.add(step);
        onArrival.run();
    }

    /** {@return what was learned since the last tick} */
    PollBatch tick() {
        for (Step step = inbox.poll(); step != null; step = inbox.poll()) {
            step.run(nanos.getAsLong());
        }
        long now = nanos.getAsLong();
        if (discovery == null && schedule.live() == 0) {
            health.nothingToAsk();
        }
        schedule.takeGivingWay(now).forEach(jobId -> calls.remove(jobId).cancel(true));
        if (health.down()) {
            probe(now);
        } else {
            discover(now);
            schedule.takeDue(now).forEach(jobId -> poll(jobId, now));
        }
        looked |= lastAnswer != null && awaited.isEmpty() && (discovery == null || discovery.complete());
        PollBatch batch = new PollBatch(events, schedule.takeRescheduled(), report(now));
        events.clear();
        return batch;
    }

    /** {@return monotonic nanoseconds of the next tick that has something to send} */
    long nextWake() {
        long now = nanos.getAsLong();
        long jobs = schedule.nextWake(now);
        if (health.down()) {
            // An answer wakes us; without one, what can be asked first: the list at any time, a job when it is due.
            return schedule.inFlight() > 0 || discovery != null && discovery.inFlight()
                    ? Long.MAX_VALUE
                    : discovery == null ? jobs : health.probeDue();
        }
        return discovery == null ? jobs : Math.min(jobs, discovery.nextDue());
    }

    /** One question at a time, the list and the jobs in turn. */
    private void probe(long now) {
        if (discovery != null && discovery.inFlight() || schedule.inFlight() > 0 || !health.probeDue(now)) {
            return;
        }
        List<String> due = discovery != null && probeTheList ? List.of() : schedule.takeDue(now);
        due.forEach(jobId -> poll(jobId, now));
        if (due.isEmpty() && discovery != null) {
            discovery.dueAt(now);
            discover(now);
        }
        probeTheList = !probeTheList;
    }

    private void poll(String jobId, long now) {
        punctuality.sent(schedule.due(jobId), now);
        CompletableFuture<Answer<JobStatus>> call = client.status(jobId);
        calls.put(jobId, call);
        whenAnswered(call, (answer, arrival) -> pollAnswered(jobId, call, answer, now, arrival));
    }

    /** When and at what time of day an answer came, read on the thread that brought it. */
    private record Arrival(long nanos, Instant time) {
    }

    private <T> void whenAnswered(CompletableFuture<Answer<T>> call, BiConsumer<Answer<T>, Arrival> take) {
        call.whenComplete((answer, broken) -> {
            Arrival arrival = new Arrival(nanos.getAsLong(), clock.instant());
            switch (broken) {
                case null -> post(_ -> take.accept(answer, arrival));
                case CancellationException _ -> {
                    // By us, so nobody waits for it.
                }
                default -> {
                    LOG.log(System.Logger.Level.ERROR, "An answer could not be read", broken);
                    post(_ -> take.accept(new Refused<>(new Problem.BadAnswer(Problem.Flaw.NOT_A_STATUS,
                            broken.toString())), arrival));
                }
            }
        });
    }

    private void pollAnswered(String jobId, CompletableFuture<?> call, Answer<JobStatus> answer, long sent,
            Arrival arrival) {
        if (!calls.remove(jobId, call)) {
            return;
        }
        switch (answer) {
            case Given(JobStatus status) -> {
                answered(sent, arrival);
                schedule.answered(jobId, status, arrival.nanos());
                trouble.over(jobId);
                events.add(new PollEvent.Answered(status, arrival.time(), !looked));
                awaited.remove(jobId);
            }
            case Refused(Problem problem) -> {
                if (problem.serverAnswered()) {
                    answered(sent, arrival);
                }
                schedule.failed(jobId, problem, arrival.nanos());
                trouble.met(jobId, problem, arrival.time());
                if (!schedule.live(jobId)) {
                    trouble.over(jobId); // asked no more, so nothing could end it
                }
                if (problem instanceof Problem.NotFound) {
                    awaited.remove(jobId);
                }
                events.add(new PollEvent.Unanswered(jobId, problem, arrival.time()));
            }
        }
    }

    private void answered(long sent, Arrival arrival) {
        lastAnswer = arrival.time();
        health.took(arrival.nanos() - sent);
    }

    private void discover(long now) {
        if (discovery == null || !discovery.due(now) || schedule.full()) {
            return;
        }
        schedule.listInFlight(true);
        whenAnswered(client.list(discovery.take(), discovery.pageSize()),
                (answer, arrival) -> listAnswered(answer, now, arrival));
    }

    private void listAnswered(Answer<JobPage> answer, long sent, Arrival arrival) {
        schedule.listInFlight(false);
        health.listAnswers(answer instanceof Given);
        switch (answer) {
            case Given(JobPage page) -> {
                answered(sent, arrival);
                boolean interesting = false;
                for (JobStatus status : page.jobs()) {
                    interesting |= listed(status, sent, arrival);
                }
                discovery.answered(page, interesting, arrival.nanos());
                trouble.over(ServerTrouble.THE_LIST);
                serverAnswered(arrival.nanos());
            }
            case Refused(Problem problem) -> {
                discovery.failed(problem, arrival.nanos());
                if (problem.serverAnswered()) {
                    answered(sent, arrival);
                    serverAnswered(arrival.nanos());
                    if (problem instanceof Problem.Unauthorised) {
                        trouble.met(ServerTrouble.THE_LIST, problem, arrival.time());
                    } else {
                        trouble.over(ServerTrouble.THE_LIST);
                    }
                } else {
                    health.silent(problem, sent, arrival.nanos(), schedule.nobodyAnswers());
                }
            }
        }
    }

    private void serverAnswered(long now) {
        if (health.answered(now)) {
            schedule.spreadOverdue(now);
        }
    }

    /** {@return whether the entry was new or live} */
    private boolean listed(JobStatus status, long sent, Arrival arrival) {
        String jobId = status.jobId();
        if (unwanted.contains(jobId)) {
            return false;
        }
        boolean known = schedule.knows(jobId);
        // A question of its own that was sent later, or is under way, knows better than this list.
        boolean outdated = known
                && (schedule.inFlight(jobId) || schedule.sentAt(jobId).orElse(sent - 1) - sent > 0);
        if (!outdated) {
            schedule.add(jobId, arrival.nanos());
            schedule.answered(jobId, status, arrival.nanos());
            trouble.over(jobId);
            events.add(new PollEvent.Answered(status, arrival.time(), !looked));
            awaited.remove(jobId);
        }
        return !known || !status.state().terminal();
    }

    private ServerReport report(long now) {
        boolean down = health.down();
        Problem problem = down ? health.problem() : trouble.problem();
        if (down) {
            trouble.downSince(clock.instant());
        } else {
            trouble.up();
        }
        var reach = down
                ? ServerReport.Reach.DOWN
                : lastAnswer == null ? ServerReport.Reach.CONNECTING : ServerReport.Reach.UP;
        long nextList = discovery == null ? Long.MAX_VALUE : discovery.nextDue();
        long nextTry = down ? health.probeDue() : Math.min(nextList, schedule.firstDue());
        return new ServerReport(reach, problem, trouble.since(), nextTry, lastAnswer,
                lastAnswer == null ? null : Duration.ofNanos(health.usualAnswerNanos()),
                discovery == null ? null : discovery.problem(), looked, schedule.live(), punctuality.p99(now),
                punctuality.perSecond(now));
    }

    /** Drops all connections. Any thread. */
    @Override
    public void close() {
        onArrival = () -> {
        };
        client.close();
    }
}
