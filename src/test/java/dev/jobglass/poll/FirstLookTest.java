package dev.jobglass.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.Problem;
import dev.jobglass.model.PollEvent.Answered;
import dev.jobglass.model.PollEvent.Unanswered;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RawServer;
import dev.jobglass.testing.RunsServer.Reply;
import dev.jobglass.testing.RunsServer;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a poller has seen everything there was before it began. */
@BesideOthers
class FirstLookTest extends ServerPollerFixture {
    @Test
    void catchesUpWithWhatHadFailedBeforeWithoutAListToo() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.lists(false);
            server.failed("old", "long ago");
            poll(server.url(), false, Set.of());
            poller.watch("old");
            until("caught up", () -> report.caughtUp());

            assertThat(events).singleElement().matches(Answered.class::isInstance);
            server.failed("later", "just now");
            poller.watch("later");
            until("responded", () -> states.containsKey("later"));
            assertThat(report.caughtUp()).isTrue();
        }
    }

    @Test
    void anErrorInsteadOfTheListIsNotCaughtUpWith() throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1);
            server.insteadOfAll(Reply.json(502, Map.of("error", "Bad Gateway")));
            poll(server.url(), true, Set.of());
            poller.watch("j");
            until("troubled", () -> report.problem() instanceof Problem.ServerError);
            assertThat(report.caughtUp()).isFalse();
            server.insteadOfAll(null);
            until("looked", () -> report.caughtUp());
        }
    }

    @ParameterizedTest
    @MethodSource("answersThatNeverMakeSense")
    void aJobThatIsNeverRespondedWellHoldsNothingUp(Reply reply) throws Exception {
        try (RunsServer server = new RunsServer()) {
            server.job("j", "running", 1);
            server.instead("bad", reply);
            poll(server.url(), true, Set.of());
            poller.watch("bad");
            until("asked once", () -> problems.containsKey("bad") && states.containsKey("j"));
            until("caught up all the same", () -> report.caughtUp() || server.asked("bad") > 4);

            assertThat(report.caughtUp()).isTrue();
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsNotCaughtUpWith() throws Exception {
        try (RawServer server = new RawServer((socket, _) -> RawServer.reset(socket))) {
            poll(server.url(), false, Set.of());
            poller.watch("a");
            until("asked in vain", () -> events.size() > 2);

            assertThat(report.caughtUp()).isFalse();
        }
    }

    @Test
    void aServerWhoseListAnswersIsThereWhateverItsOnlyJobDoes() throws Exception {
        String list = "{\"jobs\":[{\"job_id\":\"done\",\"status\":\"succeeded\"}],\"total\":1}";
        try (RawServer server = new RawServer((socket, request) -> {
            if (request.contains("/runs/")) {
                RawServer.reset(socket);
            } else {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                        + "Content-Length: " + list.length() + "\r\n\r\n" + list);
            }
        })) {
            poll(server.url(), true, Set.of());
            until("the list", () -> states.containsKey("done"));
            poller.watch("breaks");
            until("asked in vain", () -> events.stream().filter(Unanswered.class::isInstance).count() >= 4);

            assertThat(report.reach()).isEqualTo(PollReport.Reach.UP);
        }
    }
}
