package dev.jobglass.dashboard;

import dev.jobglass.text.Messages;
import dev.jobglass.board.Overview;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The calm page in place of an empty table: there are no jobs for one of several reasons, each with what to do. */
final class EmptyPage {
    private final Node page;
    private final Label title;
    private final Label text;
    private final Node clear;
    private final Overview overview;
    private final VisibleJobs visible;
    private final boolean discovery;

    EmptyPage(Node page, Label title, Label text, Node clear, Overview overview, VisibleJobs visible,
            boolean discovery) {
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
        Optional<Watching> telling = tellingMost();
        ServerView server = telling.map(Watching::view).orElse(null);
        String key = "jobs.empty." + (clear.isVisible() ? "filtered" : server == null ? "noServer" : reason(server));
        title.setText(Messages.of(key + ".title", telling.map(Watching::name).orElse("")));
        text.setText(Messages.of(key + ".text", telling.map(Watching::server).map(Object::toString).orElse(""),
                server == null ? "" : PlainText.line(server.trouble())));
    }

    /** {@return the server whose words help most: one that answers rather than one that does not} */
    private Optional<Watching> tellingMost() {
        return overview.servers().stream().min(Comparator
                .comparing(server -> server.view().link() == ServerView.Link.CONNECTING
                        ? ServerView.Link.DOWN
                        : server.view().link()));
    }

    private String reason(ServerView server) {
        return switch (server.link()) {
            case DOWN -> "down";
            case CONNECTING -> "connecting";
            case LIVE, TROUBLED -> server.noList() != null || !discovery ? "noList" : "none";
        };
    }
}
