package dev.jobglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.testing.Fx;
import java.util.List;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest extends ProgramTest {
    private List<Long> widths() throws Exception {
        Fx.pulses(3);
        return Fx.call(() -> table().getVisibleLeafColumns().stream().map(TableColumn::getWidth).map(Math::round)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 990})
    void areAsBeforeWhenTextIsAsBefore(int width) throws Exception {
        someJobs();
        open();
        awaitRows("run_1", "run_2", "run_4", "run_3");
        Fx.run(() -> stage.setWidth(width));
        List<Long> before = widths();
        for (int size : List.of(200, 80, 110, 100)) {
            Fx.run(() -> settings.look().textSizeProperty().set(size));
        }
        List<Long> after = widths();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).as("JavaFX rounds").isBetween(before.get(i) - 1, before.get(i) + 1);
        }
    }
}
