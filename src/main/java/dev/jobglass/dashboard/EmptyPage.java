package dev.jobglass.dashboard;

import dev.jobglass.board.ServerView;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The calm page in place of an empty table: there are no jobs for one of several reasons, each with what to do. */
final class EmptyPage {
    private final Node page;
    private final Label title;
    private final Label text;
    private final Node clear;
    private final Watching watching;
    private final VisibleJobs visible;
    private final boolean discovery;

    EmptyPage(Node page, Label title, Label text, Node clear, Watching watching, VisibleJobs visible,
            boolean discovery) {
        this.page = page;
        this.title = title;
        this.text = text;
        this.clear = clear;
        this.watching = watching;
        this.visible = visible;
        this.discovery = discovery;
        clear.managedProperty().bind(clear.visibleProperty());
        visible.countProperty().addListener((_, _, _) -> show());
        watching.board().serverProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        page.setVisible(visible.countProperty().get() == 0);
        if (!page.isVisible()) {
            return;
        }
        ServerView server = watching.board().serverProperty().get();
        String key = "empty." + reason(server);
        clear.setVisible(!watching.board().jobs().isEmpty());
        title.setText(Texts.of(key + ".title", watching.server().label()));
        text.setText(Texts.of(key + ".text", watching.server().toString(), PlainText.line(server.trouble())));
    }

    private String reason(ServerView server) {
        if (!watching.board().jobs().isEmpty()) {
            return "filtered";
        }
        return switch (server.link()) {
            case DOWN -> "down";
            case CONNECTING -> "connecting";
            case LIVE, TROUBLED -> server.noList() != null || !discovery ? "noList" : "none";
        };
    }
}
