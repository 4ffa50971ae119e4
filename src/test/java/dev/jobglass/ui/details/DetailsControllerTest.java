package dev.jobglass.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.history.History;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Garbage;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.jobs.JobActionDialogs;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailsControllerTest {
    @TempDir
    private Path folder;
    private History history;
    private Workspace workspace;
    private UiClock clock;
    private Background background;
    private Job job;
    private final ObservableList<Job> selection = FXCollections.observableArrayList();

    @BeforeEach
    void open() throws Exception {
        history = new History(folder.resolve("history.db"), Duration.ofDays(1));
        Fx.run(() -> {
            Board board = Servers.board("one");
            board.apply(new PollBatch(List.of(new PollEvent.Answered(Statuses.of("a", JobState.RUNNING, 50.0),
                    Statuses.CREATED)), Map.of(), PollReport.BEGINNING));
            workspace = Servers.of(board);
            clock = new UiClock(InstantSource.system());
            background = new Background();
            job = board.job("a").orElseThrow();
            selection.add(job);
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            clock.stop();
            background.close();
            workspace.close();
        });
        history.close();
    }

    private DetailsController controller() {
        return new DetailsController(selection, workspace, history, new Settings().notifications(), clock,
                (_, _) -> Optional.empty(), null,
                new JobActionDialogs(workspace, new Settings(), clock::get), null, null, background);
    }

    @Test
    void nobodyHoldsItOnceItIsClosed() throws Exception {
        WeakReference<DetailsController> closed = Fx.call(() -> {
            DetailsController details = controller();
            Parent pane = details.load();
            new Scene(pane);
            pane.applyCss(); // what scrolls is there once it has its skin
            assertThat(((Label) pane.lookup("#id")).getText()).isEqualTo("a");
            assertThat(((Label) pane.lookup("#percent")).getText()).isEqualTo("50%");
            details.close();
            return new WeakReference<>(details);
        });
        Garbage.await("the closed details", closed);
        assertThat(job.id()).as("the job is still held").isEqualTo("a");
    }

    @Test
    void nobodyHoldsItThoughItIsMadeAfterItWasClosed() throws Exception {
        WeakReference<DetailsController> closed = Fx.call(() -> {
            DetailsController details = controller();
            details.close();
            details.load();
            return new WeakReference<>(details);
        });
        Garbage.await("the closed details", closed);
    }
}
