package dev.jobglass.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.StreamEvent.Progressed;
import dev.jobglass.api.StreamEvent.Turned;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.RawServer;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@BesideOthers
class JobStreamTest {
    private static final int LONG = 20_000_000;

    private final List<StreamEvent> events = new CopyOnWriteArrayList<>();

    private void follow(RawServer.Behaviour behaviour) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (RawServer server = new RawServer(behaviour);
                RunsClient client = new RunsClient(ServerAddress.parse(server.url()), null, Timeouts.DEFAULT);
                JobStream _ = client.stream("run_1", events::add, ended::countDown)) {
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
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
    void aStreamThatBreaksOffEnds() throws Exception {
        follow(socket -> {
            begin(socket);
            RawServer.write(socket, "event: progress\ndata: {\"perc");
            RawServer.reset(socket);
        });
        assertThat(events).isEmpty();
    }
}
