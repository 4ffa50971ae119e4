package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.PollEvent.Answered;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RunsServer;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many jobs asked for together, by the pages of the list. */
@BesideOthers
class ServerSweepTest extends ServerPollerFixture {
    @Test
    void manyJobsDueTogetherAreAskedForByThePage() throws Exception {
        try (RunsServer server = new RunsServer()) {
            faster = 3; // a page that takes a busy machine longer than 3 s is given up, and its jobs asked for singly
            manyRunning(server, 500);
            poll(server.url(), true, Set.of());
            until("each answered often",
                    () -> answers.size() == 500 && answers.values().stream().allMatch(n -> n >= 4));

            assertThat(server.requests()).anyMatch(request -> request.contains("status=running&page=5"));
            assertThat(singles(server)).isLessThan(100);
        }
    }

    @Test
    void aJobThatThePageDoesNotBringIsAskedForByItself() throws Exception {
        try (RunsServer server = new RunsServer()) {
            manyRunning(server, 150);
            poll(server.url(), false, Set.of());
            for (int i = 0; i < 150; i++) {
                poller.watch("run_%04d".formatted(i));
            }
            until("all known", () -> states.size() == 150);
            server.failed("run_0077", "the server's own words");
            until("the failure", () -> states.get("run_0077") == JobState.FAILED);

            assertThat(events).anyMatch(event -> event instanceof Answered(var status, _)
                    && "the server's own words".equals(status.error()));
        }
    }

    @Test
    void withoutAListSinglesGoOn() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.lists(false);
            manyRunning(server, 50);
            poll(server.url(), false, Set.of());
            for (int i = 0; i < 50; i++) {
                poller.watch("run_%04d".formatted(i));
            }
            until("each answered often", () -> answers.size() == 50 && answers.values().stream().allMatch(n -> n >= 5));

            assertThat(server.requests().stream().filter(request -> request.contains("status=")).count())
                    .isBetween(1L, 3L);
        }
    }
}
