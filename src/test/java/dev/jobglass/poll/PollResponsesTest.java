package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobState;
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
        JobPage page = new JobPage(List.of(status(id, JobState.RUNNING, 1, 5)), 1, 1);
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

    @Test
    void whatWasLearnedOfAJobThatIsForgottenIsForNobody() {
        ask("j");
        responses.polled("j", new Success<>(status("j", JobState.RUNNING, 10, 5)), now, arrival());
        responses.forget("j", now);
        assertThat(responses.takeEvents()).isEmpty();
    }
}
