package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.testing.Statuses;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void tellsAllThatHelps() {
        JobSnapshot view = new JobSnapshot("run_1", DisplayState.FAILED,
                Statuses.of("run_1", JobState.FAILED, 30.9, "Traceback:\n  boom\u202e"), Instant.EPOCH, Instant.EPOCH,
                null, Long.MAX_VALUE, false, false, false);

        assertThat(Report.of(view, "http://h:8005", Instant.EPOCH)).isEqualTo("""
                Job: run_1
                Server: http://h:8005
                Status: Failed
                Agent: recipe:news
                Session: ops-7
                Last step: Step of run_1 · 30%
                Created: 2026-11-24T10:00:00Z
                Started: 2026-11-24T10:00:01Z
                Completed: 2026-11-24T10:01:01Z
                Ran for: 1 m 00 s

                Traceback:
                  boom""");
    }
}
