package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.monitor.Workspace;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Garbage;
import dev.jobglass.ui.main.MainWindow;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What is opened with a workspace goes with it. */
class WorkspacesTest extends ProgramTest {
    private static final int TIMES = 40;

    @Test
    void ofManyWorkspacesShownOneAfterTheOtherOnlyTheLastIsLeft() throws Exception {
        server.job("run_1", "running", 10, Map.of());
        open();
        showNext();
        Fx.await("what comes a little later is there too", () -> stage.getScene().lookup("#details") != null
                && stage.getScene().lookup(".bar-column") != null);
        int nodes = settledNodes();
        int threads = threads();
        List<WeakReference<Workspace>> closed = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            closed.add(showNext());
        }
        closed.removeLast(); // is shown
        for (WeakReference<Workspace> workspace : closed) {
            Garbage.await("a workspace that was closed", workspace);
        }
        // Not exactly as many: some come and go by themselves. But not one for each workspace.
        Fx.await("hardly more threads than before", () -> threads() < threads + TIMES / 2);
        Fx.await("hardly more nodes than before", () -> nodes() < nodes + TIMES / 2);
        assertThat(Fx.call(() -> Window.getWindows().size())).isEqualTo(1);
    }

    @Test
    void aProgramThatIsClosedLeavesNothing() throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        WeakReference<MainWindow> closed = new WeakReference<>(window);
        closeProgram();
        stage = null;
        workspace = null;
        servers = null;
        themes = null;
        settings = null;
        settingsFile = null;
        Garbage.await("a window that was closed", closed);
    }

    /** Shows another one with all that can stand beside it, and waits until the server's job is there. */
    private WeakReference<Workspace> showNext() throws Exception {
        WeakReference<Workspace> shown = Fx.call(() -> {
            Workspace next = servers.first();
            window.show(next);
            return new WeakReference<>(next);
        });
        Fx.await("the job is listed", () -> shown.get().size() == 1);
        return shown;
    }

    /** Some are made a few pulses after what they belong to. */
    private int settledNodes() throws Exception {
        int before;
        int now = Fx.call(this::nodes);
        do {
            before = now;
            Fx.pulses(20);
            now = Fx.call(this::nodes);
        } while (now != before);
        return now;
    }

    private int nodes() {
        return stage.getScene().getRoot().lookupAll("*").size();
    }

    private static int threads() {
        return Thread.getAllStackTraces().size(); // platform threads only
    }
}
