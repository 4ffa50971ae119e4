package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.OwnedStage;
import dev.jobglass.ui.common.Views;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.stage.Stage;

/**
 * One window for all open failures, not modal, so that the table keeps moving behind it. It opens when a job fails and
 * closes when nothing is left to read; closed by hand it keeps what it has for the next time. JavaFX thread only.
 */
public final class FailureWindow {
    /** It opens by itself, and must not hide everything that goes on behind it. */
    private static final double MOST_OF_OWNER = 0.85;

    private final Workspace workspace;
    private final UiClock clock;
    private final Consumer<Job> showJob;
    private final Stage owner;
    private final ObservableList<Job> open;
    /** Made when it is needed for the first time. */
    private OwnedStage stage;
    private FailureController controller;
    private final ObservableBooleanValue heldBack;
    private final ListChangeListener<Job> change = this::changed;
    private final ChangeListener<Boolean> release = (_, _, held) -> released(held);
    private boolean waiting;

    /**
     * Prepares the window; it shows itself when there is a failure to show.
     *
     * @param workspace of the servers whose jobs fail
     * @param clock the ticking time
     * @param owner the window it stays in front of, whose style sheets it wears
     * @param showJob selects a job in the owner
     * @param heldBack while this holds the window does not open by itself; it does so afterwards
     */
    public FailureWindow(Workspace workspace, UiClock clock, Stage owner, Consumer<Job> showJob,
            ObservableBooleanValue heldBack) {
        this.heldBack = heldBack;
        this.owner = owner;
        this.open = workspace.failures();
        this.workspace = workspace;
        this.clock = clock;
        this.showJob = showJob;
        open.addListener(change);
        heldBack.addListener(release);
    }

    private void make() {
        controller = new FailureController(workspace, clock, job -> {
            owner.toFront();
            showJob.accept(job);
        });
        stage = new OwnedStage(owner, Views.load("failures.fxml", controller), Messages.of("failures.title"));
        controller.items().addListener((ListChangeListener<Job>) _ -> {
            if (controller.items().isEmpty()) {
                stage.hide();
            }
        });
        stage.setOnHidden(_ -> controller.forgetOldOnes());
    }

    private boolean isShowing() {
        return stage != null && stage.isShowing();
    }

    private void changed(ListChangeListener.Change<? extends Job> change) {
        boolean added = false;
        while (change.next()) {
            added |= change.wasAdded();
        }
        if (added && heldBack.get()) {
            waiting = true;
        } else if (added && !isShowing()) {
            showBeside();
        }
    }

    private void released(boolean held) {
        if (!held && waiting && !open.isEmpty()) {
            showBeside();
        }
        waiting &= held;
    }

    private void showBeside() {
        boolean busyElsewhere = owner.isFocused();
        show(open.getFirst());
        if (busyElsewhere) {
            owner.requestFocus(); // nobody is torn away from what they type
        }
    }

    /**
     * Opens the window on one failure.
     *
     * @param job a failed one, dismissed or not
     */
    public void show(Job job) {
        if (stage == null) {
            make();
        }
        controller.select(job);
        stage.open(MOST_OF_OWNER);
    }

    /** Closes the window for good. */
    public void close() {
        open.removeListener(change);
        heldBack.removeListener(release);
        if (stage != null) {
            stage.hide();
            controller.close();
        }
    }
}
