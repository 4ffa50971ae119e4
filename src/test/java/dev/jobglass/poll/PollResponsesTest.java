package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Response.Success;
import dev.jobglass.model.PollEvent;
import dev.jobglass.poll.PollRequests.Arrival;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken of answers that come in another order than they were asked for. */
class PollResponsesTest extends PollScheduleFixture {
    private final PollResponses responses = new PollResponses(schedule, health, throttle, new ServerProblems(),
            new CatchUp(null), null, _ -> false);

    private Arrival arrival() {
        return new Arrival(now, Instant.EPOCH.plusNanos(now));
    }

    /** A page of the list that tells of a job comes now. */
    private List<PollEvent> page(String id, long sent) {
        return page(status(id, JobState.RUNNING, 1, 5), sent);
    }

    private List<PollEvent> page(JobStatus entry, long sent) {
        JobPage page = new JobPage(List.of(entry), 1, 1);
        responses.swept(new SweepPlanner.Page(JobState.RUNNING, 1, List.of()), new Success<>(page), sent,
                arrival());
        return responses.takeEvents();
    }

    @Test
    void aListFromBeforeAJobWasForgottenTellsNothingOfIt() {
        ask("j");
        long before = now;
        after(1);
        responses.polled("j", new Success<>(status("j", JobState.SUCCEEDED, 100, null)), now, arrival());
        assertThat(responses.takeEvents()).hasSize(1);
        after(1);
        schedule.forget("j");
        responses.forget("j", now);
        assertThat(page("j", before)).as("it was so then").isEmpty();
        assertThat(schedule.knows("j")).isFalse();
        assertThat(page("other", before)).hasSize(1);
        after(1);
        assertThat(page("j", now)).as("it runs again").hasSize(1);
        assertThat(page("j", before)).as("older still").isEmpty();
    }

    private static JobStatus at(JobStatus status, int started, Integer completed) {
        Instant start = Instant.parse("2026-11-25T12:00:00Z");
        return status.withTimes(start, start.plusSeconds(started),
                completed == null ? null : start.plusSeconds(completed));
    }

    @Test
    void aListThatStillTellsOfARunThatIsOverByItsJobsOwnWordIsNotBelievedButAskedAbout() {
        ask("j");
        responses.polled("j", new Success<>(at(status("j", JobState.FAILED, 40, null), 1, 60)), now, arrival());
        responses.takeEvents();
        after(1);
        assertThat(page(at(status("j", JobState.RUNNING, 38, 5), 1, null), now)).isEmpty();
        after(4.9);
        assertThat(due()).as("not before the list allows").isEmpty();
        after(0.1);
        assertThat(schedule.takeSweeps(now)).isEmpty();
        assertThat(due()).as("by itself").containsExactly("j");
        responses.polled("j", new Success<>(at(status("j", JobState.FAILED, 40, null), 1, 60)), now, arrival());
        assertThat(schedule.live("j")).isFalse();
        responses.takeEvents();
        after(1);
        assertThat(page(at(status("j", JobState.RUNNING, 1, 5), 100, null), now)).as("it runs again").hasSize(1);
    }

    @Test
    void whatWasOnlyListedToBeOverIsBelievedToRun() {
        page(at(status("j", JobState.FAILED, 40, null), 1, 60), now);
        after(1);
        assertThat(page(at(status("j", JobState.RUNNING, 38, 5), 1, null), now)).hasSize(1);
    }

    @Test
    void whatWasLearnedOfAJobThatIsForgottenIsForNobody() {
        ask("j");
        responses.polled("j", new Success<>(status("j", JobState.RUNNING, 10, 5)), now, arrival());
        responses.forget("j", now);
        assertThat(responses.takeEvents()).isEmpty();
    }
}
