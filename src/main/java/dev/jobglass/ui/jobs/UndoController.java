package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Takes jobs off the list and offers to put them back. */
public final class UndoController {
    private final Workspace workspace;
    private final Consumer<List<Job>> select;
    private List<Job> removed = List.of();

    @FXML
    private Node undo;
    @FXML
    private Label undoText;

    /**
     * Serves the FXML of the bar.
     *
     * @param workspace of the jobs
     * @param select takes the jobs that were put back
     */
    UndoController(Workspace workspace, Consumer<List<Job>> select) {
        this.workspace = workspace;
        this.select = select;
    }

    @FXML
    private void initialize() {
        undo.managedProperty().bind(undo.visibleProperty());
        Texts.tooltipWhenCut(undoText);
        forgetUndo();
    }

    /** Takes jobs off the list; none is fine. */
    void remove(List<Job> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        workspace.actions().remove(jobs);
        removed = jobs;
        undoText.setText(Messages.of("jobs.undo.text", jobs.size(), PlainText.line(jobs.getFirst().id())));
        undo.setVisible(true);
    }

    @FXML
    private void undoRemove() {
        undo();
    }

    /** Puts the jobs taken off last back. */
    void undo() {
        if (removed.isEmpty()) {
            return;
        }
        workspace.actions().restore(removed);
        List<Job> restored = removed.stream().filter(workspace::contains).toList();
        forgetUndo();
        select.accept(restored);
    }

    @FXML
    private void forgetUndo() {
        removed = List.of();
        undo.setVisible(false);
    }
}
