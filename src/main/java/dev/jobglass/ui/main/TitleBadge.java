package dev.jobglass.ui.main;

import dev.jobglass.model.Job;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.ThemeManager;
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
    private final boolean demo;
    private final ListChangeListener<Job> change = _ -> show();
    private final ChangeListener<List<ServerStatus>> views = (_, _, _) -> show();

    TitleBadge(Stage stage, ThemeManager appearance, Workspace workspace, boolean demo) {
        this.stage = stage;
        this.appearance = appearance;
        this.workspace = workspace;
        this.demo = demo;
        workspace.failures().addListener(change);
        workspace.viewsProperty().addListener(views);
        show();
    }

    private void show() {
        int number = workspace.failures().size();
        String title = demo
                ? Messages.of("main.title.demo")
                : workspace.servers().size() == 1
                        ? Messages.of("main.title", PlainText.line(workspace.servers().getFirst().name()))
                        : Messages.of("main.title.servers", workspace.servers().size());
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
