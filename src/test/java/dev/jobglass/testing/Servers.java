package dev.jobglass.testing;

import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.board.Board;
import dev.jobglass.board.Overview;
import dev.jobglass.board.Watching;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Servers of which a test tells what they answer; nobody is asked. */
public final class Servers {
    private Servers() {
    }

    /** {@return what has these boards; JavaFX thread only} */
    public static Overview of(Board... boards) {
        Overview overview = new Overview();
        for (Board board : boards) {
            overview.add(watching(board));
        }
        return overview;
    }

    /** {@return a server that is never started} */
    public static Watching watching(Board board) {
        ServerAddress server = new ServerAddress(URI.create("http://" + board.name()));
        RunsClient client = new RunsClient(server, null, Timeouts.DEFAULT);
        return new Watching(server, board, new ServerPoller(client, PollSettings.DEFAULT, Set.of(),
                InstantSource.system(), System::nanoTime, new Random(1)), client, 1_000, List.of(), Set.of(),
                (_, _) -> {
                });
    }
}
