package dev.jobglass.ui.jobs;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The calm page in place of an empty table: there are no jobs for one of several reasons, each with what to do. */
public final class EmptyPage {
    private final Node page;
    private final Label title;
    private final Label text;
    private final Node clear;
    private final Workspace overview;
    private final JobTableModel visible;
    private final ObservableValue<Boolean> discovery;

    public EmptyPage(Node page, Label title, Label text, Node clear, Workspace overview, JobTableModel visible,
            ObservableValue<Boolean> discovery) {
        this.page = page;
        this.title = title;
        this.text = text;
        this.clear = clear;
        this.overview = overview;
        this.visible = visible;
        this.discovery = discovery;
        clear.managedProperty().bind(clear.visibleProperty());
        visible.countProperty().addListener((_, _, _) -> show());
        overview.viewsProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        page.setVisible(visible.countProperty().get() == 0);
        if (!page.isVisible()) {
            return;
        }
        clear.setVisible(overview.size() > 0);
        Optional<MonitoredServer> telling = tellingMost();
        ServerStatus server = telling.map(MonitoredServer::view).orElse(null);
        String key = "jobs.empty." + (clear.isVisible() ? "filtered" : server == null ? "noServer" : reason(server));
        title.setText(Messages.of(key + ".title", telling.map(MonitoredServer::name).orElse("")));
        text.setText(Messages.of(key + ".text", telling.map(MonitoredServer::server).map(Object::toString).orElse(""),
                server == null || server.problem() == null
                        ? ""
                        : PlainText.line(Messages.problem(server.problem()))));
    }

    /** {@return the server whose words help most: one that answers rather than one that does not} */
    private Optional<MonitoredServer> tellingMost() {
        return overview.servers().stream().min(Comparator
                .comparing(server -> server.view().link() == ServerStatus.Link.CONNECTING
                        ? ServerStatus.Link.DOWN
                        : server.view().link()));
    }

    private String reason(ServerStatus server) {
        return switch (server.link()) {
            case DOWN -> "down";
            case CONNECTING -> "connecting";
            case LIVE, TROUBLED -> server.listProblem() != null || !discovery.getValue() ? "noList" : "none";
        };
    }
}
