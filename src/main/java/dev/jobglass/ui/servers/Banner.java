package dev.jobglass.ui.servers;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Connection trouble, a line for each server that has it: which server, what, since when, and when the next try is.
 * Goes by itself.
 */
public final class Banner {
    private final Region banner;
    private final Label text;
    private final Workspace overview;
    private final UiClock now;
    private final Times times;

    public Banner(Region banner, Label text, Workspace overview, UiClock now, Times times) {
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
                .filter(server -> server.view().problem() != null).map(this::line)
                .collect(Collectors.joining("\n"));
        banner.setVisible(!lines.isEmpty());
        text.setText(lines);
    }

    private String line(MonitoredServer watching) {
        ServerStatus server = watching.view();
        String since = server.since() == null ? "" : times.clock(server.since(), now.get());
        return PlainText.line(Messages.of("servers.banner", watching.name(), Messages.problem(server.problem()), since))
                + " "
                + nextTry(server);
    }

    private static String nextTry(ServerStatus server) {
        if (server.nextTry() == Long.MAX_VALUE) {
            return "";
        }
        long seconds = Math.ceilDiv(server.nextTry() - System.nanoTime(), 1_000_000_000L);
        return seconds <= 0
                ? Messages.of("servers.banner.trying")
                : Messages.of("servers.banner.next", Times.duration(Duration.ofSeconds(seconds)));
    }
}
