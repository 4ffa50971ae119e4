package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says which servers cannot be reached or are in trouble, since when and why, in letters nobody overlooks. */
final class TroubleController {
    private final Workspace workspace;
    private final Times times;

    @FXML
    private VBox trouble;
    @FXML
    private Label troubleTitle;
    @FXML
    private Label troubleText;

    TroubleController(Workspace workspace, Times times) {
        this.workspace = workspace;
        this.times = times;
    }

    @FXML
    private void initialize() {
        trouble.managedProperty().bind(trouble.visibleProperty());
        Texts.inOneTypeface(troubleTitle, troubleText);
    }

    /** Shows servers in trouble, the worst first; nothing when there is none. */
    void show(List<MonitoredServer> troubled, Instant time) {
        trouble.setVisible(!troubled.isEmpty());
        if (trouble.isVisible()) {
            troubleTitle.setText(title(troubled.getFirst(), time));
            troubleText.setText(Stream.concat(Stream.of(text(troubled.getFirst().view())),
                    troubled.stream().skip(1).map(server -> Messages.joined(title(server, time), text(server.view()))))
                    .collect(Collectors.joining("\n")));
        }
    }

    private String title(MonitoredServer server, Instant time) {
        ServerStatus view = server.view();
        String since = times.clock(view.troubledSince(), time);
        String title = view.link() == Link.DOWN
                ? Messages.of("watchscreen.lost", since, Times.duration(view.age(time)))
                : Messages.of("watchscreen.troubled", since);
        return workspace.several() ? Messages.of("watchscreen.named", PlainText.line(server.name()), title) : title;
    }

    private static String text(ServerStatus view) {
        String text = PlainText.line(Messages.problem(view.problem()));
        OptionalLong seconds = view.secondsToNextTry();
        if (view.link() == Link.TROUBLED || seconds.isEmpty()) {
            return text;
        }
        return Messages.joined(text, seconds.getAsLong() == 0
                ? Messages.of("common.trying")
                : Messages.of("watchscreen.nextTry", Times.duration(Duration.ofSeconds(seconds.getAsLong()))));
    }
}
