package dev.jobglass.ui.details;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Report;
import dev.jobglass.ui.common.CollapsingBox;
import dev.jobglass.ui.common.CopyButton;
import dev.jobglass.ui.common.JobDialogs;
import dev.jobglass.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;

/** What can be done with the selected jobs: buttons, and a menu of those for which there is not room. */
final class JobButtonsController {
    /** When there is not room for all; the others are in the FXML. */
    private static final int LIVE_STEP = 4;

    private final Selection selection;
    private final Workspace workspace;
    private final UiClock clock;
    private final JobDialogs dialogs;
    private final LiveStream liveStream;

    @FXML
    private CollapsingBox buttons;
    @FXML
    private Button cancelJob;
    @FXML
    private Button askNow;
    @FXML
    private ToggleButton live;
    @FXML
    private Button copyReport;
    @FXML
    private Button copyCurl;
    @FXML
    private Button deleteJob;
    @FXML
    private MenuButton more;
    private CopyButton report;
    private CopyButton curl;

    JobButtonsController(Selection selection, Workspace workspace, UiClock clock, JobDialogs dialogs,
            LiveStream liveStream) {
        this.selection = selection;
        this.workspace = workspace;
        this.clock = clock;
        this.dialogs = dialogs;
        this.liveStream = liveStream;
    }

    @FXML
    private void initialize() {
        report = new CopyButton(copyReport);
        curl = new CopyButton(copyCurl);
        show(List.of());
        live.selectedProperty().bindBidirectional(liveStream.followingProperty());
        live.visibleProperty().bind(liveStream.availableProperty().and(buttons.step(LIVE_STEP).not()));
        live.setTooltip(Texts.tooltip(Messages.of("details.live.tip")));
        live.managedProperty().bind(live.visibleProperty());
        CheckMenuItem liveItem = new CheckMenuItem(live.getText());
        liveItem.selectedProperty().bindBidirectional(liveStream.followingProperty());
        liveItem.visibleProperty().bind(liveStream.availableProperty().and(buttons.step(LIVE_STEP)));
        BooleanBinding offered = BooleanExpression.booleanExpression(dialogs.readOnly()).not();
        cancelJob.visibleProperty().bind(offered);
        cancelJob.managedProperty().bind(offered);
        deleteJob.visibleProperty().bind(offered.and(buttons.step(CollapsingBox.getStep(deleteJob)).not()));
        MenuItem delete = item(deleteJob);
        delete.visibleProperty().bind(offered.and(buttons.step(CollapsingBox.getStep(deleteJob))));
        more.getItems().setAll(item(askNow), liveItem, item(copyReport), item(copyCurl), delete);
        more.visibleProperty().bind(buttons.collapsedProperty());
        more.managedProperty().bind(more.visibleProperty());
    }

    private static MenuItem item(Button button) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(button.textProperty());
        item.setId("more-" + button.getId());
        item.setOnAction(_ -> button.fire());
        item.visibleProperty().bind(button.visibleProperty().not());
        item.disableProperty().bind(button.disableProperty());
        return item;
    }

    /** Only for what is selected: a job that a filter hides must not be cancelled by mistake. */
    void show(List<Job> jobs) {
        show(cancelJob, "details.cancel", jobs.stream().filter(Job::cancellable).count());
        show(deleteJob, "details.delete", jobs.stream().filter(Job::deletable).count());
    }

    private static void show(Button button, String key, long concerned) {
        button.setDisable(concerned == 0);
        button.setText(Messages.of(key, concerned));
    }

    @FXML
    private void askNow() {
        workspace.actions().askNow(selection.jobsOrShown());
    }

    @FXML
    private void cancelJobs() {
        dialogs.cancel(selection.jobs(), buttons.getScene().getWindow());
    }

    @FXML
    private void deleteJobs() {
        dialogs.delete(selection.jobs(), buttons.getScene().getWindow());
    }

    @FXML
    private void copyCurl() {
        curl.copy(Report.curl(selection.jobsOrShown()));
    }

    @FXML
    private void copyReport() {
        report.copy(Report.of(selection.jobsOrShown(), clock.get()));
    }
}
