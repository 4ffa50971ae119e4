package dev.jobglass.ui.main;

import dev.jobglass.model.Job;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.common.WindowTitle;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** Has the window's title and its icon in the taskbar count the failures nobody has read. JavaFX thread only. */
final class TitleBadge implements AutoCloseable {
    private final Stage stage;
    private final ThemeManager appearance;
    private final Workspace workspace;
    private final ListChangeListener<Job> change = _ -> show();
    private final ChangeListener<List<ServerStatus>> views = (_, _, _) -> show();

    TitleBadge(Stage stage, ThemeManager appearance, Workspace workspace) {
        this.stage = stage;
        this.appearance = appearance;
        this.workspace = workspace;
        workspace.failures().addListener(change);
        workspace.viewsProperty().addListener(views);
        show();
    }

    private void show() {
        int number = workspace.failures().size();
        String title = WindowTitle.of(workspace);
        stage.setTitle(number == 0 ? title : Messages.of("main.title.failures", number, title));
        List<Image> icons = appearance.icons(number);
        if (!stage.getIcons().equals(icons)) {
            stage.getIcons().setAll(icons);
        }
    }

    @Override
    public void close() {
        workspace.failures().removeListener(change);
        workspace.viewsProperty().removeListener(views);
    }
}
