package dev.jobglass.ui.history;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.history.Change;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.CopiedRows;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** What can be done with the selected change: the way from the history back to the job. JavaFX thread only. */
final class ChangeMenu {
    private final TableView<Change> changes;
    private final Workspace workspace;
    private final Consumer<Job> showJob;

    /**
     * Gives a table its menu, and what Enter and a double click do.
     *
     * @param changes the table
     * @param workspace of the jobs that are watched now
     * @param showJob shows one of them
     * @param search has the table show only what matches
     */
    ChangeMenu(TableView<Change> changes, Workspace workspace, Consumer<Job> showJob, Consumer<String> search) {
        this.changes = changes;
        this.workspace = workspace;
        this.showJob = showJob;
        MenuItem show = item("showJob", _ -> show());
        MenuItem watch = item("watchAgain", this::watchAgain);
        MenuItem only = item("onlyJob", change -> search.accept(change.jobId()));
        MenuItem copy = item("copyId", change -> Clipboards.copy(change.jobId()));
        ContextMenu menu = new ContextMenu(show, watch, only, copy);
        menu.setOnShowing(_ -> {
            Change selected = selected();
            show.setDisable(selected == null || job(selected).isEmpty());
            watch.setDisable(selected == null || job(selected).isPresent() || server(selected).isEmpty());
            only.setDisable(selected == null);
            copy.setDisable(selected == null);
        });
        changes.setContextMenu(menu);
        changes.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                show();
                event.consume();
            } else if (CopiedRows.KEY.match(event) && selected() != null) {
                Clipboards.copy(ChangeExport.CSV.of(selected()));
                event.consume();
            }
        });
        changes.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                show();
            }
        });
    }

    private MenuItem item(String name, Consumer<Change> action) {
        MenuItem item = new MenuItem(Messages.of("history.menu." + name));
        item.setId(name);
        item.setOnAction(_ -> action.accept(selected()));
        return item;
    }

    private Change selected() {
        return changes.getSelectionModel().getSelectedItem();
    }

    private Optional<MonitoredServer> server(Change change) {
        return workspace.server(new ServerAddress(URI.create(change.server())));
    }

    private Optional<Job> job(Change change) {
        return server(change).flatMap(server -> server.board().job(change.jobId()));
    }

    private void show() {
        Optional.ofNullable(selected()).flatMap(this::job).ifPresent(showJob);
    }

    private void watchAgain(Change change) {
        server(change).ifPresent(server -> server.watch(Set.of(change.jobId())));
        show();
    }
}
