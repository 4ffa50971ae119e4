package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepPlannerTest {
    private static final long SECOND = 1_000_000_000L;
    private final SweepPlanner sweeps = new SweepPlanner();
    private final List<ScheduledJob> entries = new ArrayList<>();

    /** Files jobs one second apart, the first the oldest, all due at second ten. */
    private void file(int jobs, JobState state) {
        for (int i = 0; i < jobs; i++) {
            ScheduledJob entry = new ScheduledJob("j" + entries.size(), entries.size(), new Random(1), 10 * SECOND);
            entry.live = true;
            var status = Statuses.of(entry.jobId, state, 1);
            entry.last = new JobStatus(entry.jobId, state, status.stateWord(), status.progress(),
                    Statuses.CREATED.plusSeconds(i), null, null, null, null, null, null, null);
            entries.add(entry);
            sweeps.file(entry);
        }
    }

    @Test
    void nothingBeforeItIsDue() {
        file(250, JobState.RUNNING);

        assertThat(sweeps.plan(10 * SECOND - 1, entries)).isEmpty();
    }

    @Test
    void allPagesWhenAllAreDueTheNewestOnTheFirst() {
        file(250, JobState.RUNNING);

        List<SweepPlanner.Page> pages = sweeps.plan(10 * SECOND, entries);
        assertThat(pages).extracting(SweepPlanner.Page::number).containsExactly(1, 2, 3);
        assertThat(pages.getFirst().expected()).hasSize(100).contains(entries.get(249), entries.get(150));
        assertThat(pages.getLast().expected()).hasSize(50);
    }

    @Test
    void onlyPagesThatAreWorthIt() {
        file(250, JobState.RUNNING);
        entries.forEach(entry -> entry.due = 20 * SECOND);
        entries.subList(0, SweepPlanner.WORTH).forEach(entry -> entry.due = SECOND);
        entries.subList(120, 120 + SweepPlanner.WORTH - 1).forEach(entry -> entry.due = SECOND);

        assertThat(sweeps.plan(10 * SECOND, entries)).extracting(SweepPlanner.Page::number).containsExactly(3);
    }

    @Test
    void queuedAndRunningApart() {
        file(10, JobState.RUNNING);
        file(10, JobState.QUEUED);

        assertThat(sweeps.plan(10 * SECOND, entries)).extracting(SweepPlanner.Page::state).containsExactlyInAnyOrder(
                JobState.RUNNING,
                JobState.QUEUED);
    }

    @Test
    void whatIsInFlightDoubtfulOrMissedIsLeftOut() {
        file(18, JobState.RUNNING);
        entries.subList(0, 4).forEach(entry -> entry.inFlight = true);
        entries.subList(4, 8).forEach(entry -> entry.doubtful = true);
        entries.subList(8, 12).forEach(entry -> entry.missed = true);

        assertThat(sweeps.plan(10 * SECOND, entries).getFirst().expected()).hasSize(6);
    }

    @Test
    void whatIsOverIsFiledAway() {
        file(10, JobState.RUNNING);
        entries.forEach(entry -> {
            entry.live = false;
            sweeps.file(entry);
        });

        assertThat(sweeps.plan(10 * SECOND, entries)).isEmpty();
    }

    @Test
    void aListThatFailsIsLeftAloneForAMinute() {
        file(10, JobState.RUNNING);
        sweeps.off(10 * SECOND);

        assertThat(sweeps.plan(69 * SECOND, entries)).isEmpty();
        assertThat(sweeps.plan(10 * SECOND + Duration.ofSeconds(60).toNanos(), entries)).hasSize(1);
    }
}
