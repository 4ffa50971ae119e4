package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.testing.Fx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which jobs stand still, and which run for longer than others did. */
class JobTimingTest extends BoardFixture {
    private final Instant start = now;

    private DisplayState stateAt(int seconds, String id, double percentage) throws Exception {
        now = start.plusSeconds(seconds);
        apply(true, answer(id, JobState.RUNNING, percentage));
        return view(id).state();
    }

    private static JobStatus ran(String id, JobState state, Instant from, Duration took) {
        return new JobStatus(id, state, state.name(), Progress.NONE, from, from, took == null ? null : from.plus(took),
                "agent", null, null, null, null);
    }

    @Test
    void aJobIsStalledWhenItHasNotMovedForLongerThanTheUserIsPatient() throws Exception {
        assertThat(stateAt(0, "a", 10)).isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(300, "a", 10)).isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(301, "a", 10)).isEqualTo(DisplayState.STALLED);
        assertThat(stateAt(302, "a", 11)).isEqualTo(DisplayState.RUNNING);
        Fx.run(() -> board.stalledAfter(Duration.ofMinutes(1)));
        assertThat(stateAt(362, "a", 11)).isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(363, "a", 11)).isEqualTo(DisplayState.STALLED);
    }

    @Test
    void aSlowJobMayStandStillFiveTimesAsLongAsItUsuallyDoes() throws Exception {
        for (int move = 0; move < 4; move++) {
            stateAt(120 * move, "a", 10 * move);
        }
        assertThat(stateAt(360 + 600, "a", 30)).isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(360 + 601, "a", 30)).isEqualTo(DisplayState.STALLED);
        assertThat(stateAt(1_000, "b", 50)).isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(1_600, "b", 50)).as("another of the same agent").isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(1_601, "b", 50)).isEqualTo(DisplayState.STALLED);
    }

    @Test
    void aQuickJobMayStandStillAsLongAsTheUserIsPatient() throws Exception {
        for (int move = 0; move < 4; move++) {
            stateAt(10 * move, "a", 10 * move);
        }
        assertThat(stateAt(330, "a", 30)).isEqualTo(DisplayState.RUNNING);
        assertThat(stateAt(331, "a", 30)).isEqualTo(DisplayState.STALLED);
    }

    @Test
    void theUsualGapFollowsTheLatestSlowly() {
        AgentStatistics agents = new AgentStatistics();
        assertThat(agents.usualGap("a")).isNull();
        agents.progressed("a", Duration.ofSeconds(100));
        agents.progressed("a", Duration.ofSeconds(200));
        assertThat(agents.usualGap("a")).isEqualTo(Duration.ofSeconds(120));
        agents.progressed("a", Duration.ofSeconds(20));
        assertThat(agents.usualGap("a")).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void aJobIsOverdueWhenItRunsForLongerThan95Of100DidBefore() throws Exception {
        Fx.run(() -> board.times().recall(Map.of("agent", IntStream.rangeClosed(1, 20).mapToObj(Duration::ofMinutes)
                .toList())));
        now = start.plus(Duration.ofMinutes(19));
        apply(true, new PollEvent.Answered(ran("a", JobState.RUNNING, start, null), now));
        assertThat(view("a").overdue()).isFalse();
        now = now.plusSeconds(1);
        apply(true, new PollEvent.Answered(ran("a", JobState.RUNNING, start, null), now));
        assertThat(view("a").overdue()).isTrue();
        apply(true, new PollEvent.Answered(ran("a", JobState.CANCELLED, start, Duration.ofHours(1)), now));
        assertThat(view("a").overdue()).isFalse();
    }

    @Test
    void twentyRunsAreNeededForThatAndTwoHundredAreKept() {
        AgentStatistics agents = new AgentStatistics();
        assertThat(agents.past("a")).isEqualTo(AgentStatistics.Past.NONE);
        IntStream.rangeClosed(1, 19).forEach(i -> agents.ran("a", Duration.ofSeconds(i)));
        assertThat(agents.slowest("a")).isNull();
        assertThat(agents.past("a")).isEqualTo(new AgentStatistics.Past(19, Duration.ofSeconds(10)));
        agents.ran("a", Duration.ofSeconds(20));
        assertThat(agents.slowest("a")).isEqualTo(Duration.ofSeconds(19));
        IntStream.range(0, 200).forEach(_ -> agents.ran("a", Duration.ofSeconds(7)));
        assertThat(agents.past("a")).isEqualTo(new AgentStatistics.Past(200, Duration.ofSeconds(7)));
        agents.recall(Map.of("a", List.of(Duration.ofSeconds(3))));
        assertThat(agents.past("a")).isEqualTo(new AgentStatistics.Past(1, Duration.ofSeconds(3)));
    }

    @Test
    void eachSuccessCountsOnce() throws Exception {
        JobStatus done = ran("a", JobState.SUCCEEDED, start, Duration.ofSeconds(40));
        apply(true, new PollEvent.Answered(done, now));
        apply(true, new PollEvent.Answered(done, now.plusSeconds(5)));
        apply(true, new PollEvent.Answered(ran("b", JobState.FAILED, start, Duration.ofSeconds(90)), now));
        apply(true, new PollEvent.Answered(ran("c", JobState.SUCCEEDED, start, Duration.ofSeconds(-1)), now));
        assertThat(Fx.call(() -> board.times().past("agent")))
                .isEqualTo(new AgentStatistics.Past(1, Duration.ofSeconds(40)));
        apply(true, new PollEvent.Answered(ran("d", JobState.SUCCEEDED, start, Duration.ZERO), now));
        assertThat(Fx.call(() -> board.times().past("agent").count())).isEqualTo(2);
    }
}
