package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** A history of runs, read as insights. */
abstract class InsightsFixture extends HistoryFixture {
    static JobStatus run(String id, String agent, JobState state, Instant created, Instant started,
            Instant completed, String error) {
        return new JobStatus(id, state, state.name().toLowerCase(Locale.ROOT), new Progress(1.0, "x", 1, 3),
                created, started, completed, agent.isEmpty() ? null : agent, null, null, error, null);
    }

    /** A job that waited, ran and ended. */
    void ended(String id, String agent, JobState state, Instant end, int waited, int took, String error) {
        Instant started = end.minusSeconds(took);
        history.seen(SERVER, run(id, agent, state, started.minusSeconds(waited), started, end, error), end);
    }

    Insights ofDay() {
        return history.insights(new InsightsQuery(List.of(SERVER), NOON.minus(Duration.ofDays(1)), NOON,
                Duration.ofHours(1)));
    }

    void awaitSummed() {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> ofDay().unsummed() == 0);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Begins again as a program whose clock says that days have passed since noon. */
    void reopenAfterDays(int days) {
        history.close();
        Instant now = NOON.plus(Duration.ofDays(days));
        history = new History(folder.resolve("deep").resolve("history.db"), Duration.ofDays(30), () -> now);
    }
}
