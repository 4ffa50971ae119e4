package dev.jobglass.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.settings.WindowSettings;
import dev.jobglass.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLayoutTest {
    @TempDir
    private Path folder;
    private SettingsFile settings;
    private Stage stage;
    private TableColumn<String, String> column;

    private void open() throws Exception {
        settings = new SettingsFile(folder);
        Fx.run(() -> {
            stage = new Stage();
            column = new TableColumn<>("Job");
            column.setId("job");
            TableView<String> table = new TableView<>();
            table.getColumns().add(column);
            stage.setScene(new Scene(table));
            WindowLayout layout = new WindowLayout(stage, settings.settings().look());
            layout.columns(List.of(column));
            layout.restore();
            stage.show();
            layout.remember();
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::close);
        settings.close();
    }

    @Test
    void theWindowOpensWhereItWas() throws Exception {
        open();
        assertThat(stage.getWidth()).isEqualTo(1280);
        Fx.run(() -> {
            stage.setX(33);
            stage.setY(44);
            stage.setWidth(1000);
            stage.setHeight(700);
            column.setPrefWidth(321);
        });
        Fx.await("remembered", () -> settings.settings().look().columnsProperty().get().equals(Map.of("job", 321.0)));
        close();
        open();

        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())).containsExactly(33.0, 44.0,
                1000.0, 700.0);
        assertThat(column.getPrefWidth()).isEqualTo(321);
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesBackIntoView() throws Exception {
        try (SettingsFile earlier = new SettingsFile(folder)) {
            Fx.run(() -> {
                LookSettings look = earlier.settings().look();
                look.windowProperty().set(new WindowSettings(90_000, 90_000, 1000, 700, false));
                look.hiddenColumns().add("job");
            });
        }
        open();

        assertThat(stage.getX()).isLessThan(10_000);
        assertThat(stage.getWidth()).isEqualTo(1280);
        assertThat(column.isVisible()).isFalse();
    }
}
