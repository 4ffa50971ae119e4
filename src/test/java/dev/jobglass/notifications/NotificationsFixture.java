package dev.jobglass.notifications;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Problem;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that is never asked, and a time that the test turns. */
abstract class NotificationsFixture {
    private static final Problem REFUSED = new Problem.Unreachable(Problem.Cause.REFUSED, "");

    final NotificationSettings chosen = new Settings().notifications();
    final Board board = Servers.board("lab");
    Instant now = Statuses.CREATED.plusSeconds(100);
    Workspace workspace;
    UiClock clock;

    @BeforeEach
    void begin() throws Exception {
        Fx.run(() -> {
            workspace = workspace();
            workspace.add(Servers.watching(board));
            clock = new UiClock(() -> now);
            clock.stop(); // the test turns it
        });
    }

    @AfterEach
    void end() throws Exception {
        Fx.run(workspace::close);
    }

    Workspace workspace() {
        return new Workspace(null); // nobody looks back
    }

    void after(Duration time) throws Exception {
        now = now.plus(time);
        Fx.run(clock::tick);
    }

    void apply(PollReport.Reach reach, JobStatus... statuses) throws Exception {
        boolean up = reach == PollReport.Reach.UP;
        PollReport report = new PollReport(reach, up ? null : REFUSED, up ? null : now, Long.MAX_VALUE, now,
                Duration.ofMillis(9), null, true, 1, null, 0, Duration.ZERO);
        List<PollEvent> events = Stream.of(statuses).map(status -> (PollEvent) new PollEvent.Answered(status, now))
                .toList();
        Fx.run(() -> board.apply(new PollBatch(events, Map.of(), report)));
    }

    void shown(String id, JobState state) throws Exception {
        apply(PollReport.Reach.UP, Statuses.of(id, state, 10, state == JobState.FAILED ? "It broke" : null));
    }

    Job job(String id) {
        return board.job(id).orElseThrow();
    }
}
