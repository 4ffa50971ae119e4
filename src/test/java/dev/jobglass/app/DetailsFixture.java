package dev.jobglass.app;

import dev.jobglass.testing.Fx;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;

/** The details of the selected job in the whole program. */
abstract class DetailsFixture extends ProgramTest {
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
