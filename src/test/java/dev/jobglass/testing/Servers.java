package dev.jobglass.testing;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.monitor.JobSelection;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;

/** Servers of which a test tells what they answer; nobody is asked. */
public final class Servers {
    private Servers() {
    }

    /** {@return what has these boards; JavaFX thread only} */
    public static Workspace of(Board... boards) {
        Workspace workspace = new Workspace(null); // none of the tests that use this looks back
        for (Board board : boards) {
            workspace.add(watching(board));
        }
        return workspace;
    }

    /** {@return an empty board of a server of this name} */
    public static Board board(String name) {
        return new Board(address(name), name, Duration.ofMinutes(5), OpenFailures.ofThisRun(), true, _ -> false,
                BoardListener.NONE);
    }

    /** {@return the address of a server of this name} */
    public static ServerAddress address(String name) {
        return new ServerAddress(URI.create("http://" + name.replace(' ', '-').toLowerCase(Locale.ROOT)));
    }

    /** {@return a server that is never started} */
    public static MonitoredServer watching(Board board) {
        FakeJobServer server = new FakeJobServer();
        return new MonitoredServer(board, new ServerPoller(server, PollSettings.DEFAULT, _ -> false,
                InstantSource.system(), System::nanoTime, new Random(1)), server, 1_000, JobSelection.ofAll());
    }
}
