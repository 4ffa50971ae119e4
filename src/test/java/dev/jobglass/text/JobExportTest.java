package dev.jobglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobExportTest {
    private final Locale before = Locale.getDefault();
    private List<Job> jobs;

    @BeforeEach
    void twoJobsInAGermanWindow() throws Exception {
        Locale.setDefault(Locale.GERMANY);
        jobs = Fx.call(() -> {
            Board board = Servers.board("a");
            board.watch("run_2");
            board.apply(new PollBatch(List.of(new PollEvent.Answered(
                    Statuses.of("run_1", JobState.FAILED, 30, "=cmd|' /C \"calc\"',\nx"), Statuses.CREATED)), Map.of(),
                    PollReport.BEGINNING));
            return Stream.of("run_1", "run_2").map(id -> board.job(id).orElseThrow()).toList();
        });
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void csvHasTheWordsOfTheApiIsQuotedAndRunsNoFormula() {
        assertThat(JobExport.csv(jobs)).isEqualTo(
                "job_id,state,percentage,step,agent,session,created_at,started_at,completed_at,error,server\r\n"
                        + "run_1,failed,30.0,Step of run_1,recipe:news,ops-7,2026-11-24T10:00:00Z,"
                        + "2026-11-24T10:00:01Z,2026-11-24T10:01:01Z,\"'=cmd|' /C \"\"calc\"\"',\nx\",http://a\r\n"
                        + "run_2,waiting,,,,,,,,,http://a\r\n");
    }

    @Test
    void textIsOneLineAJob() {
        assertThat(JobExport.text(jobs).lines()).hasSize(2).first().asString().contains("\tfailed\t")
                .contains("\t'=cmd|");
    }

    @Test
    void idsDoNothingWhereTheyArePasted() throws Exception {
        List<Job> strange = Fx.call(() -> {
            Board board = Servers.board("a';id;'");
            return Stream.of("run_1\nrm -rf ~\n", "\u001b[31mrun_2", "=HYPERLINK(\"x\")", "it's").map(id -> {
                board.watch(id);
                return board.job(id).orElseThrow();
            }).toList();
        });
        assertThat(Report.ids(strange)).isEqualTo("run_1 rm -rf ~\nrun_2\n'=HYPERLINK(\"x\")\nit's");
        assertThat(Report.curl(strange).lines()).hasSize(4)
                .allMatch(line -> line.chars().filter(c -> c == '\'').count() == 2);
    }

    @Test
    void jsonTellsWhatIsNotKnown() {
        assertThat(JobExport.json(jobs)).contains("\"percentage\" : 30.0", "\"step\" : null",
                "\"job_id\" : \"run_2\"", "\"state\" : \"failed\"", "\"server\" : \"http://a\"");
    }
}
