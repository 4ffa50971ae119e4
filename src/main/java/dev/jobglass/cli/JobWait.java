package dev.jobglass.cli;

import dev.jobglass.api.Problem;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Polls jobs as their servers ask, until each is over or nobody knows it. For one thread. */
final class JobWait implements AutoCloseable {
    private static final Duration LONGEST_SLEEP = Duration.ofHours(1);

    private final List<PolledServer> servers = new ArrayList<>();
    private final Listener listener;
    private final Semaphore arrived = new Semaphore(0);
    /** The last about each job; in the order they were named. */
    private final Map<String, JobAnswer> answers = new LinkedHashMap<>();
    private final Set<String> open;

    /** Who wants to know how it goes. */
    interface Listener {
        /** There is news about some job. */
        void changed(Collection<JobAnswer> answers, int left);

        /** A server has another problem than before. */
        void troubled(AskedServer server, Problem problem);
    }

    /** A server with what polls it, and the jobs that it has nothing to say of. */
    private static final class PolledServer {
        private final AskedServer asked;
        private final ServerPoller poller;
        private final Set<String> without = new HashSet<>();
        private Problem problem;

        PolledServer(AskedServer asked) {
            this.asked = asked;
            this.poller = new ServerPoller(asked.client(),
                    new PollSettings(PollSettings.DEFAULT.maxInFlight(), true, false, Duration.ofDays(1)), _ -> false,
                    InstantSource.system(), System::nanoTime, new Random());
        }
    }

    JobWait(List<AskedServer> asked, Set<String> jobs, Listener listener) {
        this.listener = listener;
        this.open = new HashSet<>(jobs);
        jobs.forEach(job -> answers.put(job, new JobAnswer.Unheard(job)));
        for (AskedServer one : asked) {
            PolledServer server = new PolledServer(one);
            server.poller.onArrival(arrived::release);
            jobs.forEach(server.poller::watch);
            servers.add(server);
        }
    }

    /**
     * Waits.
     *
     * @param timeout for how long at most, or null for as long as it takes
     * @return whether nothing is left to wait for
     */
    boolean run(Duration timeout) throws InterruptedException {
        long begin = System.nanoTime();
        while (!open.isEmpty()) {
            servers.forEach(server -> take(server, server.poller.tick()));
            long now = System.nanoTime();
            long left = timeout == null ? Long.MAX_VALUE : timeout.toNanos() - (now - begin);
            if (left <= 0) {
                break;
            }
            long sleep = servers.stream().mapToLong(server -> server.poller.nextWake())
                    .filter(wake -> wake != Long.MAX_VALUE).map(wake -> wake - now).min()
                    .orElse(LONGEST_SLEEP.toNanos());
            if (!open.isEmpty() && arrived.tryAcquire(Math.min(left, sleep), TimeUnit.NANOSECONDS)) {
                arrived.drainPermits();
            }
        }
        return open.isEmpty();
    }

    /** {@return the last answer about each job, in the order they were named} */
    List<JobAnswer> answers() {
        return List.copyOf(answers.values());
    }

    private void take(PolledServer server, PollBatch batch) {
        for (PollEvent event : batch.events()) {
            switch (event) {
                case PollEvent.Answered(var status, _) when open.contains(status.jobId()) -> {
                    answers.put(status.jobId(), new JobAnswer.Known(server.asked.address(), status));
                    servers.stream().filter(other -> other != server).forEach(other -> {
                        other.poller.forget(status.jobId());
                        other.without.add(status.jobId());
                    });
                    if (status.state().terminal()) {
                        open.remove(status.jobId());
                    }
                }
                case PollEvent.Unanswered(String job, Problem problem, _) when open.contains(job) ->
                    unanswered(server, job, problem);
                case PollEvent.Answered _,PollEvent.Unanswered _ -> {
                    // It is over already.
                }
            }
        }
        if (!batch.events().isEmpty()) {
            listener.changed(answers(), open.size());
        }
        Problem problem = batch.report().problem();
        if (problem != null && !problem.equals(server.problem)) {
            listener.troubled(server.asked, problem);
        }
        server.problem = problem;
    }

    private void unanswered(PolledServer server, String job, Problem problem) {
        JobAnswer answer = new JobAnswer.Unanswered(job, server.asked.address(), problem);
        answers.merge(job, answer, JobAnswer::better);
        if (willNotChange(problem)) {
            server.poller.forget(job);
            server.without.add(job);
            if (servers.stream().allMatch(one -> one.without.contains(job))) {
                answers.computeIfPresent(job, (_, before) -> before instanceof JobAnswer.Known ? answer : before);
                open.remove(job);
            }
        }
    }

    /** Others pass: a server that is down or busy is waited for. */
    private static boolean willNotChange(Problem problem) {
        return switch (problem) {
            case Problem.NotFound _,Problem.NoApi _,Problem.Unauthorised _,Problem.Rejected _ -> true;
            case Problem.Unreachable _,Problem.NoList _,Problem.PartOfList _ -> false;
            case Problem.ServerError _,Problem.Throttled _,Problem.Conflict _,Problem.BadAnswer _ -> false;
        };
    }

    @Override
    public void close() {
        servers.forEach(server -> server.poller.close());
    }
}
