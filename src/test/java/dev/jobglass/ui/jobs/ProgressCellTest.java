package dev.jobglass.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.api.JobState;
import dev.jobglass.model.Board;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import dev.jobglass.testing.Statuses;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class ProgressCellTest {
    private static final double NARROW = 90;

    /** As one that is made while the table is laid out. */
    @Test
    void theLineOfALowRowHasItsPlaceThoughItsFontsComeLater() throws Exception {
        Fx.run(() -> {
            Board board = Servers.board("one");
            board.apply(new PollBatch(
                    List.of(new PollEvent.Answered(Statuses.of("a", JobState.FAILED, 50.0, "It broke, ".repeat(20)),
                            Statuses.CREATED)),
                    Map.of(), PollReport.BEGINNING));
            ProgressCell cell = new ProgressCell(true);
            cell.show(board.job("a").orElseThrow().view());
            cell.resize(NARROW, 30);
            HBox line = (HBox) ((HBox) cell.getGraphic()).getChildren().getFirst();
            assertThat(line.minWidth(-1)).as("asked before there are fonts").isLessThanOrEqualTo(NARROW);
            Group root = new Group(cell);
            new Scene(root);
            root.applyCss();
            cell.layout();
            Label percent = (Label) line.lookup(".percent");
            assertThat(percent.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(line.getWidth() + 1);
        });
    }
}
