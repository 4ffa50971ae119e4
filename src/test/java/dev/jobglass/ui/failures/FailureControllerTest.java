package dev.jobglass.ui.failures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Garbage;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Views;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class FailureControllerTest {
    @Test
    void nobodyHoldsItOnceItIsClosed() throws Exception {
        Board board = Fx.call(() -> Servers.board("one"));
        Workspace workspace = Fx.call(() -> Servers.of(board));
        UiClock clock = Fx.call(() -> new UiClock(InstantSource.system()));
        WeakReference<FailureController> closed = Fx.call(() -> {
            board.apply(new PollBatch(List.of(new PollEvent.Answered(Statuses.of("a", JobState.FAILED, 50.0),
                    Statuses.CREATED)), Map.of(), PollReport.BEGINNING));
            FailureController controller = new FailureController(workspace, clock, new Background(), _ -> {
            }, _ -> {
            });
            Parent root = Views.load("failures.fxml", controller);
            new Scene(root);
            root.applyCss(); // what scrolls is there once it has its skin
            controller.select(workspace.failures().getFirst(), false);
            assertThat(((Label) root.lookup("#job")).getText()).startsWith("a");
            controller.close();
            return new WeakReference<>(controller);
        });
        Garbage.await("the closed failure window's controller", closed);
        assertThat(workspace.failures()).extracting(Job::id).as("they are still open").containsExactly("a");
        Fx.run(() -> {
            clock.stop();
            workspace.close();
        });
    }
}
