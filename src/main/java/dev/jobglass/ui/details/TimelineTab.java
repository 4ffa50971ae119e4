package dev.jobglass.ui.details;

import dev.jobglass.api.JobStatus;
import dev.jobglass.history.History;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.details.Timeline.Moment;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Shows what happened to a job, the newest at the end. Reads the history in the background. */
final class TimelineTab {
    private static final int MOST = 500;

    private final ListView<Moment> list;
    private final History history;
    private final Function<Job, String> server;
    private final Background background;
    private final Times times;
    private final UiClock now;
    private Job shown;
    private Seen shownChange;

    /** What about a job makes a new moment. */
    private record Seen(Instant changedAt, DisplayState state, boolean dismissed) {
    }

    TimelineTab(ListView<Moment> list, History history, Function<Job, String> server, Background background,
            Times times, UiClock now) {
        this.list = list;
        this.history = history;
        this.server = server;
        this.background = background;
        this.times = times;
        this.now = now;
        list.setCellFactory(_ -> new Cell());
    }

    /** Shows a job, or that something about it may have changed. */
    void show(Job job) {
        Seen change = new Seen(job.view().changedAt(), job.view().state(), job.view().dismissed());
        JobStatus status = job.view().status();
        boolean other = job != shown;
        if (!other && change.equals(shownChange)) {
            return;
        }
        shown = job;
        shownChange = change;
        if (other) {
            list.getItems().clear();
        }
        if (status != null) {
            String address = server.apply(job);
            background.begin(() -> Timeline.of(status, history.changes(address, job.id(), MOST)),
                    moments -> show(change, job, moments), _ -> {
                        // The history has told the log.
                    });
        }
    }

    /** An answer to an older question may come after that to a newer one. */
    private void show(Seen change, Job job, List<Moment> moments) {
        if (job == shown && change.equals(shownChange) && !moments.equals(list.getItems())) {
            list.getItems().setAll(moments);
            list.scrollTo(moments.size() - 1);
        }
    }

    /** Time, a dot in the state's colour, and what happened. */
    private final class Cell extends ListCell<Moment> {
        private final Label time = new Label();
        private final Region dot = new Region();
        private final Label text = new Label();
        private final HBox line = new HBox(time, dot, text);
        private final Tooltip tip = new Tooltip();

        Cell() {
            setPrefWidth(0); // as wide as the list, however long the text
            line.getStyleClass().add("moment");
            time.getStyleClass().add("moment-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            tip.setWrapText(true);
        }

        @Override
        protected void updateItem(Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            if (empty || moment == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            time.setText(times.clock(moment.at(), now.get()));
            text.setText(moment.text());
            dot.getStyleClass().setAll("dot", moment.state().styleClass());
            tip.setText(times.exact(moment.at(), now.get()) + "\n" + moment.text());
            setTooltip(tip);
            setAccessibleText(time.getText() + " " + moment.text());
            setGraphic(line);
        }
    }
}
