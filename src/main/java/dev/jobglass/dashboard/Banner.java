package dev.jobglass.dashboard;

import dev.jobglass.text.Messages;
import dev.jobglass.board.Now;
import dev.jobglass.board.Overview;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.board.text.Times;
import java.time.Duration;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Connection trouble, a line for each server that has it: which server, what, since when, and when the next try is.
 * Goes by itself.
 */
final class Banner {
    private final Region banner;
    private final Label text;
    private final Overview overview;
    private final Now now;
    private final Times times;

    Banner(Region banner, Label text, Overview overview, Now now, Times times) {
        this.banner = banner;
        this.text = text;
        this.overview = overview;
        this.now = now;
        this.times = times;
        banner.managedProperty().bind(banner.visibleProperty());
        overview.viewsProperty().addListener((_, _, _) -> show());
        now.timeProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        String lines = overview.servers().stream()
                .filter(server -> server.view().trouble() != null).map(this::line)
                .collect(Collectors.joining("\n"));
        banner.setVisible(!lines.isEmpty());
        text.setText(lines);
    }

    private String line(Watching watching) {
        ServerView server = watching.view();
        String since = server.since() == null ? "" : times.clock(server.since(), now.get());
        return PlainText.line(Messages.of("servers.banner", watching.name(), server.trouble(), since)) + " "
                + nextTry(server);
    }

    private static String nextTry(ServerView server) {
        if (server.nextTry() == Long.MAX_VALUE) {
            return "";
        }
        long seconds = Math.ceilDiv(server.nextTry() - System.nanoTime(), 1_000_000_000L);
        return seconds <= 0
                ? Messages.of("servers.banner.trying")
                : Messages.of("servers.banner.next", Times.duration(Duration.ofSeconds(seconds)));
    }
}
