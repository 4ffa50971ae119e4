package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the details tell of what happened to a job. */
class TimelineTest extends DetailsFixture {
    @Test
    void theTimelineTellsEveryChangeSeen() throws Exception {
        job("run_1", "running", 10, "Reading");
        open();
        awaitText("#percent", "10%");
        job("run_1", "running", 20, "Reading");
        awaitText("#percent", "20%");
        job("run_1", "running", 30, "Writing");
        Fx.await("all of it", () -> lines("#timeline").stream().map(line -> line.replaceAll(".*text=(.*)]", "$1"))
                .toList().equals(List.of("Created", "Started", "First seen · Reading · 10%", "20%", "Writing · 30%")));
        Fx.await("a chart", () -> visible("#chart"));
        picture("details", stage);
    }

    @Test
    void theTimelineTellsThatAJobIsKnownAgain() throws Exception {
        job("run_1", "running", 10, "Reading");
        open();
        awaitText("#percent", "10%");
        server.forget("run_1");
        Fx.await("gone", () -> last("#timeline").contains("No longer known"));
        job("run_1", "running", 10, "Reading");
        click("#askNow");
        Fx.await("back", () -> last("#timeline").contains("Known to the server again · Reading · 10%"));
    }

    @Test
    void aFailureIsOneMomentWithItsReason() throws Exception {
        server.job("run_1", "failed", 30, Map.of("error", "It broke", "started_at", "2026-11-24T10:00:01Z",
                "completed_at", "2026-11-24T10:00:09Z"));
        open();
        Fx.await("the details", () -> node("#timeline") != null);
        Fx.await("all of it", () -> lines("#timeline").stream().map(line -> line.replaceAll(".*text=(.*)]", "$1"))
                .toList().equals(List.of("Created", "Started", "Failed · It broke")));
    }

    @Test
    void aStepIsNotAfterTheEndThoughItWasSeenSo() throws Exception {
        job("run_1", "running", 10, "Reading");
        open();
        awaitText("#percent", "10%");
        server.job("run_1", "succeeded", 100, Map.of("started_at", "2026-11-24T10:00:01Z", "completed_at",
                "2026-11-24T10:00:09Z"));
        Fx.await("all of it", () -> lines("#timeline").stream().map(line -> line.replaceAll(".*text=(.*)]", "$1"))
                .toList().equals(List.of("Created", "Started", "First seen · Reading · 10%", "Succeeded")));
    }

    @Test
    void theTimelineTellsThatAJobRunsAgain() throws Exception {
        job("run_1", "running", 10, "Reading");
        open();
        awaitText("#percent", "10%");
        server.failed("run_1", "It broke");
        Fx.await("failed", () -> lines("#timeline").stream().anyMatch(line -> line.contains("It broke")));
        server.job("run_1", "running", 20, Map.of("retry_after", 1, "started_at", "2026-11-24T11:00:01Z"));
        Fx.run(() -> workspace.actions().askNow(List.of(job(0))));
        Fx.await("again", () -> last("#timeline").contains("Runs again · Step of run_1 · 20%"));
        assertThat(lines("#timeline")).anyMatch(line -> line.contains("Failed · It broke"));
    }

    private String last(String list) throws Exception {
        return lines(list).isEmpty() ? "" : lines(list).getLast();
    }
}
