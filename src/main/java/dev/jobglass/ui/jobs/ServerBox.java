package dev.jobglass.ui.jobs;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Choices;
import javafx.scene.control.ChoiceBox;

/** Chooses one of the servers that are watched; seen only when there are several. */
final class ServerBox extends ChoiceBox<MonitoredServer> {
    /** The first is chosen. */
    ServerBox(Workspace workspace, String id) {
        setId(id);
        setAccessibleText(Messages.of("jobs.watch.server"));
        setConverter(Choices.named(one -> one == null ? "" : PlainText.line(one.name())));
        Choices.byArrows(this);
        setItems(workspace.servers());
        getSelectionModel().selectFirst();
        setVisible(workspace.several());
        setManaged(workspace.several());
    }
}
