package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

class JobTableSelectionTest {
    private static final int JOBS = 2_000;

    private final List<Integer> told = new ArrayList<>();
    private JobTableSelection selection;
    private TableView<JobRow> table;

    private List<Job> jobs() {
        Board board = Servers.board("server");
        board.apply(new PollBatch(IntStream.range(0, JOBS)
                .<PollEvent>mapToObj(job -> new PollEvent.Answered(
                        Statuses.of("run_%05d".formatted(job), JobState.RUNNING, 10), Statuses.CREATED))
                .toList(), Map.of(), PollReport.BEGINNING));
        return List.copyOf(board.jobs());
    }

    @Test
    void thousandsAreTakenAtOnce() throws Exception {
        List<Job> jobs = Fx.call(this::jobs);
        RowList rows = new RowList();
        rows.show(new ArrayList<>(jobs));
        Fx.run(() -> {
            table = new TableView<>(rows);
            selection = new JobTableSelection(table, rows);
            selection.jobs().addListener((ListChangeListener<Job>) change -> told.add(change.getList().size()));
            selection.selectOnly(jobs);
        });
        assertThat(Fx.call(() -> List.copyOf(selection.jobs()))).isEqualTo(jobs);
        assertThat(told).containsExactly(JOBS);
        Fx.run(() -> selection.selectOnly(jobs.subList(7, 9)));
        assertThat(Fx.call(() -> List.copyOf(table.getSelectionModel().getSelectedIndices()))).containsExactly(7, 8);
        Fx.run(() -> selection.selectOnly(List.of()));
        assertThat(told).containsExactly(JOBS, 2, 0);
    }
}
