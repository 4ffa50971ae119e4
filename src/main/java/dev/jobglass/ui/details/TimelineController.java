package dev.jobglass.ui.details;

import dev.jobglass.api.JobStatus;
import dev.jobglass.history.History;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.CopiedRows;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.details.Timeline.Moment;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.concurrent.Task;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Shows what happened to a job, the newest at the end. Reads the history in the background. */
final class TimelineController {
    private static final int MOST = 500;

    private final History history;
    private final Workspace workspace;
    private final Background background;
    private final Times times;
    private final UiClock clock;
    private Job shown;
    private Seen shownChange;
    private Task<?> reading;

    @FXML
    private ListView<Moment> timeline;

    /** What about a job makes a new moment. */
    private record Seen(Instant changedAt, DisplayState state, boolean dismissed) {
    }

    TimelineController(Workspace workspace, History history, Background background, Times times, UiClock clock) {
        this.workspace = workspace;
        this.history = history;
        this.background = background;
        this.times = times;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        timeline.setCellFactory(_ -> new Cell());
        CopiedRows.of(timeline, moment -> times.exact(moment.at(), clock.get()) + "\t" + moment.text());
        timeline.heightProperty().addListener(_ -> {
            if (endShown()) {
                timeline.scrollTo(timeline.getItems().size() - 1);
            }
        });
    }

    /** Whether the last moment could be seen when all was laid out last. */
    private boolean endShown() {
        return timeline.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getLastVisibleCell() != null
                && flow.getLastVisibleCell().getIndex() == timeline.getItems().size() - 1;
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
            timeline.getItems().clear();
        }
        if (status != null) {
            String address = job.key().server().toString();
            reading = background.begin(() -> Timeline.of(status, history.changes(address, job.id(), MOST)),
                    moments -> show(change, job, moments), _ -> {
                        // The history has logged it.
                    });
        }
    }

    /** What an older search found may come after what a newer one did. */
    private void show(Seen change, Job job, List<Moment> moments) {
        if (job == shown && change.equals(shownChange) && !moments.equals(timeline.getItems())) {
            timeline.getItems().setAll(moments);
            timeline.scrollTo(moments.size() - 1);
        }
    }

    /** Shows nothing more. */
    void close() {
        background.cancel(reading);
    }

    /** Time, a dot in the state's colour, and what happened. */
    private final class Cell extends ListCell<Moment> {
        private final Label time = new Label();
        private final Region dot = new Region();
        private final Label text = new Label();
        private final HBox line = new HBox(time, dot, text);
        private final StringProperty tipText = new SimpleStringProperty();
        private final Tooltip tip = Texts.tooltip(tipText);

        Cell() {
            setPrefWidth(0); // as wide as the list, however long the text
            line.getStyleClass().add("moment");
            time.getStyleClass().add("moment-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            Texts.inOneTypeface(text);
        }

        @Override
        protected void updateItem(Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            if (empty || moment == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            time.setText(times.clock(moment.at(), clock.get()));
            text.setText(moment.text());
            dot.getStyleClass().setAll("dot", moment.state().styleClass());
            tipText.set(times.exact(moment.at(), clock.get()) + "\n" + moment.text());
            setTooltip(tip);
            setAccessibleText(time.getText() + " " + moment.text());
            setGraphic(line);
        }
    }
}
