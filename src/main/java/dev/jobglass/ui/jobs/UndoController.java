package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * Takes jobs off the list, and offers to undo this, the dismissal of failures and what was done to a filter, one after
 * the other.
 */
public final class UndoController {
    /** The bar lies on the list; what it offers can be done by its key afterwards too. */
    private static final Duration SHOWN_FOR = Duration.ofSeconds(30);
    private static final int MOST = 50;

    private final Workspace workspace;
    private final UiClock clock;
    /** What undoes what was done, the last first. */
    private final Deque<Runnable> done = new ArrayDeque<>();
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
     */
    UndoController(Workspace workspace, UiClock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    @FXML
    private void initialize() {
        undo.managedProperty().bind(undo.visibleProperty());
        Texts.tooltipWhenCut(undoText);
        hide();
        clock.timeProperty().addListener((_, _, now) -> {
            if (undo.isVisible() && now.isAfter(shownUntil)) {
                hide();
            }
        });
    }

    /** Takes jobs off the list; none is fine. {@code back} takes those that are put back. */
    void remove(List<Job> jobs, Consumer<List<Job>> back) {
        if (!jobs.isEmpty()) {
            workspace.actions().remove(jobs);
            offer("jobs.undo.text", jobs, () -> {
                workspace.actions().restore(jobs);
                back.accept(jobs.stream().filter(workspace::contains).toList());
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

    /**
     * Offers to filter again.
     *
     * @param hidden the job for which the filter was cleared
     * @param again does it
     */
    void filterCleared(Job hidden, Runnable again) {
        offer("jobs.undo.filter", List.of(hidden), again);
    }

    private void offer(String what, List<Job> jobs, Runnable undoIt) {
        done.push(undoIt);
        if (done.size() > MOST) {
            done.removeLast();
        }
        undoText.setText(Messages.of(what, jobs.size(), JobNames.of(jobs.getFirst(), workspace)));
        shownUntil = clock.get().plus(SHOWN_FOR);
        undo.setVisible(true);
    }

    /** Undoes what was done last and is not undone yet. */
    @FXML
    public void undo() {
        hide();
        if (!done.isEmpty()) {
            done.pop().run();
        }
    }

    @FXML
    private void hide() {
        undo.setVisible(false);
    }
}
