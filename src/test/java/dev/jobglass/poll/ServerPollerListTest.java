package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.api.Problem;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RawServer;
import dev.jobglass.testing.RunsServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The list of jobs as the poller walks it, against real sockets. */
@BesideOthers
class ServerPollerListTest extends ServerPollerFixture {
    @Test
    void whatTroublesTheListAloneIsTriedAgainWithTheList() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1, Map.of("retry_after", 1));
            poll(server.url(), true, Set.of());
            until("listed", () -> states.containsKey("j"));
            server.lists(false);
            until("told", () -> report.problem() instanceof Problem.NoList);

            assertThat(Duration.ofNanos(report.nextTry() - reportedAfter)).as("not with the job's poll")
                    .isGreaterThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void aListThatNeverComesIsSaidThoughJobsAnswer() throws Exception {
        String body = "{\"job_id\":\"j\",\"status\":\"running\",\"retry_after\":1}";
        try (RawServer server = new RawServer((socket, request) -> {
            if (request.contains("/runs/j")) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            } else {
                RawServer.waitForTheEnd(socket);
            }
        })) {
            poll(server.url(), true, Set.of());
            poller.watch("j");
            until("said", () -> report.problem() instanceof Problem.NoList);
            assertThat(report.reach()).isEqualTo(PollReport.Reach.UP);
        }
    }

    @Test
    void discoversAllPagesButWhatWasRemoved() throws Exception {
        try (RunsServer server = new RunsServer()) {
            for (int i = 0; i < 250; i++) {
                server.job("run_%03d".formatted(i), "succeeded", 100);
            }
            poll(server.url(), true, Set.of("run_007"));
            until("all pages", () -> report.caughtUp());

            assertThat(states).hasSize(249).doesNotContainKey("run_007");
            server.job("run_999", "running", 1);
            until("a new one", () -> states.get("run_999") == JobState.RUNNING);
        }
    }

    @Test
    void aJobTooLargeToReadHidesNoneOfItsNeighbours() throws Exception {
        try (RunsServer server = new RunsServer()) {
            for (int i = 0; i < 60; i++) {
                server.job("run_%03d".formatted(i), "succeeded", 100,
                        i == 48 ? Map.of("error", "x".repeat(4_600 * 1024)) : Map.of());
            }
            poll(server.url(), true, Set.of());
            until("all others", () -> states.size() == 59 && report.problem() != null);
            assertThat(report.problem()).isEqualTo(new Problem.PartOfList(1, false));
            server.job("run_060", "running", 5, Map.of());
            until("a new one", () -> states.containsKey("run_060"));
        }
    }
}
