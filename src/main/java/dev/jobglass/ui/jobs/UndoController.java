package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Takes jobs off the list, and offers to undo this, and the dismissal of failures. */
public final class UndoController {
    /** The bar lies on the list; what it offers can be done by its key afterwards too. */
    private static final Duration SHOWN_FOR = Duration.ofSeconds(30);
    private static final Runnable NOTHING = () -> {
    };

    private final Workspace workspace;
    private final UiClock clock;
    private final Consumer<List<Job>> select;
    /** Undoes what was done last. */
    private Runnable undoLast = NOTHING;
    private Instant shownUntil;

    @FXML
    private Node undo;
    @FXML
    private Label undoText;

    /**
     * Serves the FXML of the bar.
     *
     * @param workspace of the jobs
     * @param clock the ticking time
     * @param select takes the jobs that were put back
     */
    UndoController(Workspace workspace, UiClock clock, Consumer<List<Job>> select) {
        this.workspace = workspace;
        this.clock = clock;
        this.select = select;
    }

    @FXML
    private void initialize() {
        undo.managedProperty().bind(undo.visibleProperty());
        Texts.tooltipWhenCut(undoText);
        forgetUndo();
        clock.timeProperty().addListener((_, _, now) -> {
            if (undo.isVisible() && now.isAfter(shownUntil)) {
                undo.setVisible(false);
            }
        });
    }

    /** Takes jobs off the list; none is fine. */
    void remove(List<Job> jobs) {
        if (!jobs.isEmpty()) {
            workspace.actions().remove(jobs);
            offer("jobs.undo.text", jobs, () -> {
                workspace.actions().restore(jobs);
                select.accept(jobs.stream().filter(workspace::contains).toList());
            });
        }
    }

    /**
     * Offers to undo a dismissal.
     *
     * @param jobs whose failures were dismissed
     */
    public void dismissed(List<Job> jobs) {
        offer("jobs.undo.dismissed", jobs, () -> workspace.actions().reopen(jobs));
    }

    private void offer(String done, List<Job> jobs, Runnable undoIt) {
        undoLast = undoIt;
        undoText.setText(Messages.of(done, jobs.size(), PlainText.line(jobs.getFirst().id())));
        shownUntil = clock.get().plus(SHOWN_FOR);
        undo.setVisible(true);
    }

    /** Undoes what was done last, once. */
    @FXML
    public void undo() {
        Runnable undoIt = undoLast;
        forgetUndo();
        undoIt.run();
    }

    @FXML
    private void forgetUndo() {
        undoLast = NOTHING;
        undo.setVisible(false);
    }
}
