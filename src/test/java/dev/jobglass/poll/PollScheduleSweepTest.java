package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.poll.SweepPlanner.Page;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a page of the list serves jobs that are due, and what becomes of those that it should have brought. */
class PollScheduleSweepTest extends PollScheduleFixture {
    /** Jobs that are all due now, and all on the first page of the running ones. */
    private List<String> dueTogether(int count) {
        List<String> ids = IntStream.range(0, count).mapToObj(i -> "j" + i).toList();
        ids.forEach(id -> {
            schedule.add(id, now);
            schedule.responded(id, listed(id), now, now);
        });
        after(5);
        return ids;
    }

    private static JobStatus listed(String id) {
        JobStatus status = status(id, JobState.RUNNING, 1, 5);
        return new JobStatus(id, status.state(), status.stateWord(), status.progress(), Statuses.CREATED, null, null,
                null, null, null, null, status.retryAfter());
    }

    private Page taken() {
        List<Page> pages = schedule.takeSweeps(now);
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.state()).isEqualTo(JobState.RUNNING);
            assertThat(page.number()).isEqualTo(1);
        });
        return pages.getFirst();
    }

    @Test
    void whatAPageIsToBringIsAskedForByNothingElse() {
        List<String> ids = dueTogether(SweepPlanner.WORTH);
        Page page = taken();
        assertThat(page.expected()).extracting(job -> job.jobId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(due()).isEmpty();
        assertThat(schedule.takeSweeps(now)).isEmpty();
        assertThat(schedule.inFlight("j0")).as("no request of its own").isFalse();
        schedule.pollNow("j0", now);
        assertThat(due()).as("it is on its way").isEmpty();
    }

    @Test
    void fewerAreAskedForOneByOne() {
        List<String> ids = dueTogether(SweepPlanner.WORTH - 1);
        assertThat(schedule.takeSweeps(now)).isEmpty();
        assertThat(due()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void whatAPageDidNotBringIsAskedForByItselfAtOnce() {
        dueTogether(SweepPlanner.WORTH);
        Page page = taken();
        page.expected().stream().limit(4).forEach(job -> schedule.responded(job.jobId, listed(job.jobId), now, now));
        schedule.swept(page);
        List<String> missed = page.expected().stream().skip(4).map(job -> job.jobId).toList();
        assertThat(schedule.takeSweeps(now)).as("no page can be trusted with these").isEmpty();
        assertThat(due()).containsExactlyInAnyOrderElementsOf(missed);
        assertThat(missed).allMatch(schedule::inFlight);
        missed.forEach(id -> schedule.responded(id, listed(id), now, now));
        after(5);
        assertThat(taken().expected()).as("all of them again").hasSize(SweepPlanner.WORTH);
    }

    @Test
    void aJobThatIsForgottenMeanwhileStaysSo() {
        dueTogether(SweepPlanner.WORTH);
        Page page = taken();
        schedule.forget("j1");
        schedule.swept(page);
        assertThat(due()).hasSize(SweepPlanner.WORTH - 1).doesNotContain("j1");
    }

    @Test
    void aJobThatIsForgottenOrOverIsOnNoPage() {
        dueTogether(SweepPlanner.WORTH + 2);
        schedule.forget("j1");
        schedule.pollNow("j2", now);
        schedule.responded("j2", status("j2", JobState.SUCCEEDED, 100, null), now, now);
        schedule.add("j1", now);
        assertThat(taken().expected()).extracting(job -> job.jobId).doesNotContain("j1", "j2")
                .hasSize(SweepPlanner.WORTH);
    }

    @Test
    void afterAPageThatDidNotComeThereAreNoneForAMinute() {
        List<String> ids = dueTogether(SweepPlanner.WORTH);
        schedule.sweepFailed(taken(), new Problem.ServerError(500, ""), now, now);
        assertThat(due()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(health.down()).as("for it did answer").isFalse();
        ids.forEach(id -> schedule.responded(id, listed(id), now, now));
        after(59);
        assertThat(schedule.takeSweeps(now)).isEmpty();
        after(1);
        assertThat(taken().expected()).hasSize(SweepPlanner.WORTH);
    }

    @Test
    void thePatienceThatAServerAsksForInPlaceOfAPageIsHonoured() {
        dueTogether(SweepPlanner.WORTH);
        schedule.sweepFailed(taken(), new Problem.Throttled(429, Duration.ofSeconds(77), ""), now, now);
        assertThat(due()).isEmpty();
        assertThat(secondsUntilDue("j0")).isEqualTo(77);
        assertThat(secondsUntilDue("j5")).isEqualTo(77);
    }

    @Test
    void withoutANumberTheyAreAskedForByThemselves() {
        List<String> ids = dueTogether(SweepPlanner.WORTH);
        schedule.sweepFailed(taken(), new Problem.Throttled(503, null, ""), now, now);
        assertThat(due()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aPageThatNobodySendsIsASilentServer() {
        dueTogether(SweepPlanner.WORTH);
        Page page = taken();
        schedule.sweepFailed(page, REFUSED, now, now);
        assertThat(health.down()).as("refused, so that nothing else would be answered").isTrue();
        assertThat(schedule.takeSweeps(now)).isEmpty();
    }

    @Test
    void afterSleepTheJobsOfAPageAreDueTogether() {
        List<String> ids = dueTogether(150);
        schedule.takeSweeps(now - 6 * SECOND); // pages serve
        schedule.nextWake(now - 5 * SECOND);
        after(60);
        assertThat(schedule.takeSweeps(now)).isEmpty();
        assertThat(ids.stream().map(schedule::due).distinct()).as("two pages").hasSize(2);
        assertThat(ids).allMatch(id -> schedule.due(id) >= now);
    }

    @Test
    void afterSleepWhatIsDueIsNotTakenTogether() {
        dueTogether(SweepPlanner.WORTH);
        schedule.takeDue(now - 6 * SECOND);
        schedule.nextWake(now - 5 * SECOND);
        after(60);
        assertThat(schedule.takeSweeps(now)).as("spread over some time first").isEmpty();
        after(1);
        assertThat(taken().expected()).hasSize(SweepPlanner.WORTH);
    }
}
