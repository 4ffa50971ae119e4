package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.StreamEvent.Progressed;
import dev.jobglass.api.StreamEvent.Turned;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RawServer;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@BesideOthers
class JobStreamTest {
    private static final int LONG = 20_000_000;

    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();

    /** {@return why it was refused, or nothing} */
    private Optional<Problem> follow(RawServer.Behaviour behaviour) throws Exception {
        CompletableFuture<Optional<Problem>> ended = new CompletableFuture<>();
        try (RawServer server = new RawServer(behaviour);
                RunsClient client = new RunsClient(ServerAddress.parse(server.url()), null, Timeouts.DEFAULT);
                JobStream _ = client.stream("run_1", events::add, why -> ended.complete(Optional.ofNullable(why)))) {
            return ended.get(30, TimeUnit.SECONDS);
        }
    }

    private static void begin(Socket socket) throws Exception {
        RawServer.write(socket,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    @Test
    void whatFollowsALineThatIsTooLongIsStillHeard() throws Exception {
        follow(socket -> {
            begin(socket);
            RawServer.write(socket, "event: result\ndata: {\"result\": \"" + "x".repeat(LONG) + "\"}\n\n");
            RawServer.write(socket, ": " + "y".repeat(LONG) + "\n");
            RawServer.write(socket,
                    "event: message\r\ndata: {\"event\":\"progress\",\"data\":{\"percentage\":7}}\r\n\r\n");
        });
        assertThat(events).containsExactly(new Turned(), new Progressed(7.0, null));
    }

    @Test
    void whyAServerRefusesIsTold() throws Exception {
        assertThat(follow(socket -> RawServer.write(socket, "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n")))
                .contains(new Problem.Unauthorised(401, false, ""));
        assertThat(follow(socket -> RawServer.write(socket,
                "HTTP/1.1 302 There\r\nLocation: http://other/\r\nContent-Length: 0\r\n\r\n")))
                .contains(new Problem.BadAnswer(Problem.Flaw.REDIRECT, "http://other"));
        assertThat(follow(RawServer::reset)).get().isInstanceOf(Problem.Unreachable.class);
        assertThat(follow(socket -> RawServer.write(socket, "HTTP/1.1 204 Nothing\r\n\r\n"))).isEmpty();
    }

    @Test
    void aStreamThatBreaksOffEnds() throws Exception {
        Optional<Problem> refused = follow(socket -> {
            begin(socket);
            RawServer.write(socket, "event: progress\ndata: {\"perc");
            RawServer.reset(socket);
        });
        assertThat(refused).isEmpty();
        assertThat(events).isEmpty();
    }
}
