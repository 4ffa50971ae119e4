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
 * Asks for pages of the list in place of many single jobs, as places become free, and gives up a page that takes too
 * long. Belongs to the tick.
 */
final class SweepRequests {
    /** A page that takes longer is given up, and its jobs are asked for by themselves. */
    private static final long LONGEST = Duration.ofSeconds(3).toNanos();

    /** What to do with a page's answer. */
    interface Taker {
        void take(SweepPlanner.Page page, Response<JobPage> answer, long sent, Arrival arrival);
    }

    /** A page asked for. */
    private record Asked(SweepPlanner.Page page, CompletableFuture<?> call, long sent) {
    }

    private final PollRequests questions;
    private final PollSchedule schedule;
    private final LatenessStats punctuality;
    private final Taker taker;
    private final Deque<SweepPlanner.Page> toAsk = new ArrayDeque<>();
    private final Map<SweepPlanner.Page, Asked> asked = new IdentityHashMap<>();

    SweepRequests(PollRequests questions, PollSchedule schedule, LatenessStats punctuality, Taker taker) {
        this.questions = questions;
        this.schedule = schedule;
        this.punctuality = punctuality;
        this.taker = taker;
    }

    /** Sends what is worth a page and finds a place. */
    void send(long now) {
        toAsk.addAll(schedule.takeSweeps(now));
        while (!toAsk.isEmpty() && !schedule.full()) {
            ask(toAsk.poll(), now);
        }
    }

    /** {@return whether pages wait for places} */
    boolean waiting() {
        return !toAsk.isEmpty();
    }

    private void ask(SweepPlanner.Page page, long now) {
        page.expected().forEach(entry -> punctuality.sent(entry.due, now));
        schedule.places().takeForList();
        CompletableFuture<?> call = questions.list(page.state(), page.number(), SweepPlanner.PAGE_SIZE,
                (answer, arrival) -> {
                    if (asked.remove(page) != null) {
                        schedule.places().freeFromList();
                        taker.take(page, answer, now, arrival);
                    }
                });
        asked.put(page, new Asked(page, call, now));
    }

    void giveUpSlowOnes(long now) {
        List<Asked> slow = asked.values().stream().filter(one -> now - one.sent() > LONGEST).toList();
        slow.forEach(one -> {
            one.call().cancel(true);
            asked.remove(one.page());
            schedule.places().freeFromList();
            schedule.sweepFailed(one.page(), new Problem.Unreachable(Problem.Cause.ANSWER_TIMEOUT, ""), one.sent(),
                    now);
        });
    }
}
