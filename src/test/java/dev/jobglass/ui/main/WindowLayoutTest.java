package dev.jobglass.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.SettingsFile;
import dev.jobglass.settings.WindowSettings;
import dev.jobglass.testing.Fx;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowLayoutTest {
    @TempDir
    private Path folder;
    private SettingsFile settings;
    private Stage stage;

    private void open() throws Exception {
        open(false);
    }

    private void open(boolean another) throws Exception {
        settings = new SettingsFile(folder, KeyStore.none());
        Fx.run(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new Pane()));
            WindowLayout layout = new WindowLayout(stage, settings.settings().look());
            layout.restore(another);
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
        assertThat(stage.getWidth()).as("no wider than the screen").isEqualTo(1000);
        Fx.run(() -> {
            stage.setX(33);
            stage.setY(44);
            stage.setWidth(950);
            stage.setHeight(700);
        });
        close();
        open();

        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())).containsExactly(33.0, 44.0,
                950.0, 700.0);
    }

    @Test
    void anotherWindowDoesNotHideTheFirst() throws Exception {
        open();
        for (double place : List.of(33.0, 100.0)) { // to the right, and where that has no room to the left
            Fx.run(() -> {
                stage.setX(place);
                stage.setY(20);
                stage.setWidth(900);
                stage.setHeight(900);
            });
            close();
            open(true);
            assertThat(stage.getX()).isEqualTo(place == 33 ? 73 : 60);
            assertThat(stage.getY()).isEqualTo(60);
        }
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesBackIntoView() throws Exception {
        try (SettingsFile earlier = new SettingsFile(folder, KeyStore.none())) {
            Fx.run(() -> earlier.settings().look().windowProperty()
                    .set(new WindowSettings(90_000, 90_000, 1000, 700, false)));
        }
        open();

        assertThat(stage.getX()).isLessThan(10_000);
        assertThat(stage.getWidth()).as("no wider than the screen").isEqualTo(1000);
    }

    @Test
    void aWindowOfALargerScreenFitsThisOne() throws Exception {
        open();
        Fx.run(() -> settings.settings().look().windowProperty()
                .set(new WindowSettings(400, 300, 3_800, 2_100, false)));
        close();
        open();
        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())).containsExactly(0.0, 0.0,
                1000.0, 1000.0);
    }

    @Test
    void aWindowThatReachesBeyondTheScreenIsMovedIntoIt() throws Exception {
        open();
        Fx.run(() -> settings.settings().look().windowProperty().set(new WindowSettings(600, -50, 950, 700, false)));
        close();
        open();
        assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())).containsExactly(50.0, 0.0,
                950.0, 700.0);
    }
}
