package dev.jobglass.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.testing.Fx;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order jobs are shown unless a user sorts them. */
class JobOrderTest extends BoardFixture {
    private void put(String id, JobState state, Integer created, Integer completed) throws Exception {
        apply(true, new PollEvent.Answered(new JobStatus(id, state, state.name(), Progress.NONE, at(created),
                at(created), at(completed), null, null, null, null, null), now));
    }

    private Instant at(Integer seconds) {
        return seconds == null ? null : now.plusSeconds(seconds);
    }

    private List<String> inOrder() {
        return board.jobs().stream().sorted(JobOrder.TROUBLE_FIRST).map(Job::id).toList();
    }

    @Test
    void ofTheLiveTheOldestIsFirst() throws Exception {
        put("c", JobState.RUNNING, 30, null);
        put("b", JobState.RUNNING, 10, null);
        put("timeless", JobState.RUNNING, null, null);
        put("a", JobState.RUNNING, 30, null);
        put("queued", JobState.QUEUED, 0, null);
        Fx.run(() -> board.watch("not known yet"));
        assertThat(inOrder()).startsWith("timeless", "b", "a", "c", "queued").hasSize(6);
    }

    @Test
    void ofTheOthersTheOneThatEndedLast() throws Exception {
        put("x", JobState.RUNNING, 0, null);
        put("early", JobState.SUCCEEDED, 5, 20);
        put("late", JobState.CANCELLED, 1, 40);
        put("timeless", JobState.SUCCEEDED, null, null);
        put("without an end", JobState.SUCCEEDED, 30, null);
        put("failed", JobState.FAILED, 1, 50);
        assertThat(inOrder()).containsExactly("failed", "x", "late", "without an end", "early", "timeless");
        Fx.run(() -> board.dismiss(board.failures().open(), ""));
        assertThat(inOrder()).containsExactly("x", "failed", "late", "without an end", "early", "timeless");
    }
}
