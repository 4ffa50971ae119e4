package dev.jobglass.ui.failures;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One failed job with its error's first words and when; or how many failed of the same, and from when until when. */
final class FailureCell extends TreeCell<FailureEntry> {
    private final Label id = new Label();
    private final Label count = new Label();
    private final Label error = new Label();
    private final Label time = new Label();
    private final Label server = new Label();
    private final Region between = new Region();
    private final HBox firstLine = new HBox(id, between, count);
    private final VBox box = new VBox(firstLine, error, time, server);
    private final Times times;
    private final UiClock clock;
    private final Workspace workspace;
    // Held here, since the clock outlives the cell and knows it only weakly.
    private final ChangeListener<Instant> tick = (_, _, _) -> {
        if (getItem() != null) {
            show(getItem());
        }
    };

    FailureCell(Times times, UiClock clock, Workspace workspace) {
        this.workspace = workspace;
        this.times = times;
        this.clock = clock;
        count.getStyleClass().add("failure-count");
        firstLine.getStyleClass().add("first-line");
        count.setMinWidth(Region.USE_PREF_SIZE);
        // So that the numbers stand below each other; the id itself would then begin at the wrong edge in Arabic.
        HBox.setHgrow(between, Priority.ALWAYS);
        error.getStyleClass().add("subtle");
        time.getStyleClass().add("subtle");
        server.getStyleClass().addAll("subtle", "failure-server"); // an address tells it apart by its end
        box.getStyleClass().add("failure");
        error.managedProperty().bind(error.visibleProperty());
        Visibility.onlyWithText(count);
        Visibility.onlyWithText(server);
        // Without it the longest error would make the list scroll sideways.
        box.setPrefWidth(0);
        List.of(id, error, time, server).forEach(Texts::tooltipWhenCut);
        Texts.asWritten(id, error, server);
        clock.timeProperty().addListener(new WeakChangeListener<>(tick));
    }

    @Override
    protected void updateItem(FailureEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setGraphic(empty || entry == null ? null : box);
        if (!empty && entry != null) {
            show(entry);
        }
    }

    private void show(FailureEntry entry) {
        id.getStyleClass().remove("mono");
        error.setVisible(!entry.several());
        if (entry.several()) {
            id.setText(entry.signature().isEmpty()
                    ? Messages.of("failures.noError")
                    : PlainText.line(entry.signature()));
            count.setText(Messages.of("failures.times", entry.jobs().size()));
            error.setText("");
            time.setText(span(entry.jobs()));
            server.setText(server(entry.jobs()));
        } else {
            Job job = entry.jobs().getFirst();
            id.getStyleClass().add("mono");
            id.setText(PlainText.line(job.id()));
            count.setText("");
            error.setText(error(job.view()));
            Instant at = job.view().ended();
            time.setText(Messages.joined(times.clock(at, clock.get()), times.ago(at, clock.get())));
            server.setText(server(entry.jobs()));
        }
        setAccessibleText(String.join(". ", id.getText() + " " + count.getText(), error.getText(), time.getText(),
                server.getText()));
    }

    private static String error(JobSnapshot view) {
        if (view.state() != DisplayState.FAILED) { // while somebody writes about it
            return Messages.state(view);
        }
        return view.status().error() == null
                ? Messages.of("failures.noError")
                : PlainText.gist(view.status().error());
    }

    /** {@return their server, when there are several and they are of one} */
    private String server(List<Job> jobs) {
        Job first = jobs.getFirst();
        boolean one = jobs.stream().allMatch(job -> job.server() == first.server());
        return one && workspace.several() ? PlainText.line(first.server().name()) : "";
    }

    private String span(List<Job> jobs) {
        List<Instant> ends = jobs.stream().map(job -> job.view().ended()).filter(Objects::nonNull).sorted().toList();
        if (ends.isEmpty()) {
            return "";
        }
        String first = times.clock(ends.getFirst(), clock.get());
        String last = times.clock(ends.getLast(), clock.get());
        return first.equals(last) ? first : Messages.of("failures.span", first, last);
    }
}
