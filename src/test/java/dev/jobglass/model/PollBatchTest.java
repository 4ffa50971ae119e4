package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.testing.Statuses;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PollBatchTest {
    private static PollEvent answered(String id, double percentage) {
        return new PollEvent.Answered(Statuses.of(id, JobState.RUNNING, percentage), Instant.EPOCH);
    }

    @Test
    void someAreAsOne() {
        PollReport report = PollReport.BEGINNING.standingStill(Instant.EPOCH);
        PollBatch first = new PollBatch(List.of(answered("a", 1), answered("b", 1)), Map.of("a", 1L, "b", 1L),
                PollReport.BEGINNING, true);
        PollBatch second = new PollBatch(List.of(answered("a", 2)), Map.of("a", 2L), report, false);
        assertThat(PollBatch.together(List.of(first, second))).isEqualTo(new PollBatch(
                List.of(answered("a", 1), answered("b", 1), answered("a", 2)), Map.of("a", 2L, "b", 1L), report, true));
    }

    @Test
    void howItStandsIsMoreThanFigures() {
        PollReport down = PollReport.BEGINNING.standingStill(Instant.EPOCH);
        assertThat(down.sameStanding(PollReport.BEGINNING)).isFalse();
        assertThat(down.sameStanding(PollReport.BEGINNING.standingStill(Instant.MAX))).isTrue();
    }
}
