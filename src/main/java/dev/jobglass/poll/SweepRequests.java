package dev.jobglass.poll;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response;
import dev.jobglass.poll.PollRequests.Arrival;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Requests pages of the list in place of many single jobs, as slots become free, and gives up a page that takes too
 * long. Belongs to the tick.
 */
final class SweepRequests {
    /** A page that takes longer is given up, and its jobs are polled by themselves. */
    private static final long LONGEST = Duration.ofSeconds(3).toNanos();

    /** What to do with a page's response. */
    interface Handler {
        void handle(SweepPlanner.Page page, Response<JobPage> response, long sent, Arrival arrival);
    }

    /** A page under way. */
    private record Sent(SweepPlanner.Page page, CompletableFuture<?> call, long at) {
    }

    private final PollRequests requests;
    private final PollSchedule schedule;
    private final LatenessStats lateness;
    private final Handler handler;
    private final Deque<SweepPlanner.Page> toSend = new ArrayDeque<>();
    private final Map<SweepPlanner.Page, Sent> inFlight = new IdentityHashMap<>();

    SweepRequests(PollRequests requests, PollSchedule schedule, LatenessStats lateness, Handler handler) {
        this.requests = requests;
        this.schedule = schedule;
        this.lateness = lateness;
        this.handler = handler;
    }

    /** Sends what is worth a page and finds a slot. */
    void send(long now) {
        toSend.addAll(schedule.takeSweeps(now));
        while (!toSend.isEmpty() && !schedule.slots().full()) {
            send(toSend.poll(), now);
        }
    }

    /** {@return whether pages wait for slots} */
    boolean waiting() {
        return !toSend.isEmpty();
    }

    private void send(SweepPlanner.Page page, long now) {
        page.expected().forEach(job -> lateness.sent(job.due, now));
        schedule.slots().takeForList();
        CompletableFuture<?> call = requests.list(page.state(), page.number(), SweepPlanner.PAGE_SIZE,
                (response, arrival) -> {
                    if (inFlight.remove(page) != null) {
                        schedule.slots().freeFromList();
                        handler.handle(page, response, now, arrival);
                    }
                });
        inFlight.put(page, new Sent(page, call, now));
    }

    void giveUpSlowOnes(long now) {
        List<Sent> slow = inFlight.values().stream().filter(one -> now - one.at() > LONGEST).toList();
        slow.forEach(one -> {
            one.call().cancel(true);
            inFlight.remove(one.page());
            schedule.slots().freeFromList();
            schedule.sweepFailed(one.page(), new Problem.Unreachable(Problem.Cause.ANSWER_TIMEOUT, ""), one.at(),
                    now);
        });
    }
}
