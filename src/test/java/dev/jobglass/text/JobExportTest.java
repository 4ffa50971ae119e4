package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.testing.Statuses;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobExportTest {
    private static final List<JobSnapshot> JOBS = List.of(
            new JobSnapshot("run_1", DisplayState.FAILED,
                    Statuses.of("run_1", JobState.FAILED, 30, "=cmd|' /C \"calc\"',\nx"),
                    null, null, null, 0, false, false, false),
            new JobSnapshot("run_2", DisplayState.WAITING, null, null, null, null, 0, false, false, false));

    @Test
    void csvIsQuotedAndRunsNoFormula() {
        assertThat(JobExport.csv(JOBS)).isEqualTo(
                "job_id,state,percentage,step,agent,session,created_at,started_at,completed_at,error\r\n"
                        + "run_1,Failed,30.0,Step of run_1,recipe:news,ops-7,2026-11-24T10:00:00Z,2026-11-24T10:00:01Z,"
                        + "2026-11-24T10:01:01Z,\"'=cmd|' /C \"\"calc\"\"',\nx\"\r\nrun_2,Waiting,,,,,,,,\r\n");
    }

    @Test
    void textIsOneLineAJob() {
        assertThat(JobExport.text(JOBS).lines()).hasSize(2);
    }

    @Test
    void jsonTellsWhatIsNotKnown() {
        assertThat(JobExport.json(JOBS)).contains("\"percentage\" : 30.0", "\"step\" : null",
                "\"job_id\" : \"run_2\"");
    }
}
