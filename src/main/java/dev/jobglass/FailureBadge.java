package dev.jobglass;

import dev.jobglass.board.Job;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Has the window's title and its icon in the taskbar count the failures nobody has read. JavaFX thread only. */
final class FailureBadge {
    private final Stage stage;
    private final Appearance appearance;
    private final String title;

    FailureBadge(Stage stage, Appearance appearance, ObservableList<Job> open, String title) {
        this.stage = stage;
        this.appearance = appearance;
        this.title = title;
        open.addListener((ListChangeListener<Job>) _ -> show(open.size()));
        show(open.size());
    }

    private void show(int number) {
        stage.setTitle(number == 0 ? title : Texts.of("title.failures", number, title));
        List<Image> icons = appearance.icons(number);
        if (!stage.getIcons().equals(icons)) {
            stage.getIcons().setAll(icons);
        }
    }
}
