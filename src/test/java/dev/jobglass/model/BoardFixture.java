package dev.jobglass.model;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A board with a time that the test turns. */
abstract class BoardFixture {
    static final Problem BROKEN = new Problem.ServerError(500, "oops");

    Instant now = Statuses.CREATED.plusSeconds(10);
    final List<Set<String>> remembered = new ArrayList<>();
    final List<Set<String>> forgotten = new ArrayList<>();
    final Set<String> removed = new HashSet<>();
    Board board = board(false, Set.of());

    Board board(boolean lookedBefore, Set<String> dismissed) {
        return new Board(Servers.address("server"), "server", Duration.ofMinutes(5),
                new OpenFailures(dismissed, remembered::add, forgotten::add), lookedBefore,
                status -> removed.contains(status.jobId()), BoardListener.NONE);
    }

    static PollReport report(boolean caughtUp) {
        return new PollReport(PollReport.Reach.UP, null, null, Long.MAX_VALUE, Instant.EPOCH, Duration.ofMillis(9),
                null, caughtUp, 1, null, 0, Duration.ZERO);
    }

    PollEvent answer(String id, JobState state, double percentage) {
        return new PollEvent.Answered(Statuses.of(id, state, percentage, state == JobState.FAILED ? "bad" : null),
                now);
    }

    void apply(boolean caughtUp, PollEvent... events) throws Exception {
        Fx.run(() -> board.apply(new PollBatch(List.of(events), Map.of(), report(caughtUp))));
    }

    JobSnapshot view(String id) {
        return board.job(id).orElseThrow().view();
    }

    List<String> filtered(String text, DisplayState... states) {
        JobFilter filter = JobFilter.of(text, Set.of(states), () -> now);
        return board.jobs().stream().filter(filter).map(Job::id).toList();
    }
}
