package dev.jobglass.ui.watchscreen;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Shows how many jobs there are today, what time it is and how old all of it is. */
final class CountsController {
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

    private final Workspace workspace;
    private final JobFilter filter;
    private final Times times;

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
