package dev.jobglass.dashboard;

import dev.jobglass.board.Now;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import dev.jobglass.board.text.Times;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Connection trouble: which server, what, since when, and when the next try is. Goes by itself. */
final class Banner {
    private final Region banner;
    private final Label text;
    private final Watching watching;
    private final Now now;
    private final Times times;

    Banner(Region banner, Label text, Watching watching, Now now, Times times) {
        this.banner = banner;
        this.text = text;
        this.watching = watching;
        this.now = now;
        this.times = times;
        banner.managedProperty().bind(banner.visibleProperty());
        watching.board().serverProperty().addListener((_, _, _) -> show());
        now.timeProperty().addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        ServerView server = watching.board().serverProperty().get();
        banner.setVisible(server.trouble() != null);
        if (server.trouble() == null) {
            return;
        }
        String since = server.since() == null ? "" : times.clock(server.since(), now.get());
        text.setText(PlainText.line(Texts.of("banner", watching.server().label(), server.trouble(), since))
                + " " + nextTry(server));
    }

    private static String nextTry(ServerView server) {
        if (server.nextTry() == Long.MAX_VALUE) {
            return "";
        }
        long seconds = Math.ceilDiv(server.nextTry() - System.nanoTime(), 1_000_000_000L);
        return seconds <= 0
                ? Texts.of("banner.trying")
                : Texts.of("banner.next", Times.duration(Duration.ofSeconds(seconds)));
    }
}
