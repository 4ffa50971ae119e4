package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Styling;
import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Shows how many jobs there are today, what time it is and how old all of it is. */
final class CountsController {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    /** In letters, while there is room. */
    private static final double LARGE = 3.1;
    private static final double SMALLEST = 1;
    /** Differences below are not worth another look. */
    private static final double STEP = 0.05;

    private final Workspace workspace;
    private final JobFilter filter;
    private final Times times;
    /** Of the numbers now. */
    private double size = LARGE;
    /** While the numbers get another size, of which they tell. */
    private boolean fitting;

    @FXML
    private Label running;
    @FXML
    private Label queued;
    @FXML
    private Label stalled;
    @FXML
    private Label failed;
    @FXML
    private Label succeeded;
    @FXML
    private Label clock;
    @FXML
    private Label age;

    CountsController(Workspace workspace, JobFilter filter, Times times) {
        this.workspace = workspace;
        this.filter = filter;
        this.times = times;
    }

    @FXML
    private void initialize() {
        resize();
        numbers().forEach(number -> {
            number.setMinWidth(Region.USE_PREF_SIZE);
            ((Region) number.getParent()).setMinWidth(0);
            ((Region) number.getParent()).widthProperty().addListener(_ -> fit());
            number.textProperty().addListener(_ -> fit());
            number.fontProperty().addListener(_ -> fit());
        });
    }

    private List<Label> numbers() {
        return List.of(running, queued, stalled, failed, succeeded);
    }

    /** Numbers are never cut: all become smaller together where one of them has no room. */
    private void fit() {
        if (fitting) {
            return;
        }
        fitting = true;
        double least = numbers().stream().mapToDouble(number -> {
            Region place = (Region) number.getParent();
            double room = place.getWidth() - place.snappedLeftInset() - place.snappedRightInset();
            double need = number.prefWidth(-1);
            return room <= 0 || need <= 0 ? LARGE : room * size / need; // before it is laid out and says anything
        }).min().orElseThrow();
        double next = Math.clamp(Math.floor(least / STEP) * STEP, SMALLEST, LARGE);
        if (next != size) {
            size = next;
            resize();
        }
        fitting = false;
    }

    private void resize() {
        numbers().forEach(number -> {
            number.setStyle("-fx-font-size: " + size + "em");
            Styling.now(number); // it is measured again by these letters
        });
    }

    void show(Instant time) {
        TodaysCounts counts = TodaysCounts.of(workspace.jobs(), filter, time, times.zone());
        number(running, counts.of(DisplayState.RUNNING));
        number(queued, counts.of(DisplayState.QUEUED));
        trouble(stalled, counts.of(DisplayState.STALLED));
        trouble(failed, counts.of(DisplayState.FAILED));
        number(succeeded, counts.of(DisplayState.SUCCEEDED));
        clock.setText(times.minutes(time));
        age.setText(age(time));
    }

    private void number(Label label, int count) {
        label.setText(workspace.nothingKnown() ? Messages.of("text.none") : Messages.of("text.number", count));
    }

    /** None of it is no reason for a colour. */
    private void trouble(Label label, int count) {
        number(label, count);
        label.pseudoClassStateChanged(NONE, count == 0);
    }

    /** Of several servers each has its own above its jobs. */
    private String age(Instant time) {
        if (workspace.servers().size() == 1) {
            return LinkAge.text(workspace.servers().getFirst().view(), time);
        }
        long live = workspace.servers().stream().filter(server -> server.view().link() == Link.LIVE).count();
        return Messages.of("watchscreen.liveOf", live, workspace.servers().size());
    }
}
