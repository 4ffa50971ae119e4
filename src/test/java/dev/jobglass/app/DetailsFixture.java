package dev.jobglass.app;

import dev.jobglass.testing.Fx;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;

/** The details of the selected job in the whole program. */
abstract class DetailsFixture extends ProgramTest {
    void job(String id, String status, double percentage, String step) {
        server.job(id, status, percentage,
                Map.of("retry_after", 1, "started_at", "2026-11-24T10:00:01Z", "progress",
                        Map.of("percentage", percentage, "current_step", step)));
    }

    List<String> lines(String list) {
        return ((ListView<?>) node(list)).getItems().stream().map(Object::toString).toList();
    }

    /** They come once the first rows are painted. */
    @Override
    void awaitRows(String... ids) throws Exception {
        super.awaitRows(ids);
        Fx.await("the details", () -> node("#details") != null);
    }

    void tab(int number) throws Exception {
        Fx.run(() -> ((TabPane) node("#tabs")).getSelectionModel().select(number));
    }
}
