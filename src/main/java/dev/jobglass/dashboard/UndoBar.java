package dev.jobglass.dashboard;

import dev.jobglass.text.Messages;
import dev.jobglass.board.Job;
import dev.jobglass.board.Overview;
import dev.jobglass.board.text.PlainText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Takes jobs off the list and offers to put them back. */
final class UndoBar {
    private final Node bar;
    private final Label text;
    private final Overview overview;
    private List<Job> removed = List.of();

    UndoBar(Node bar, Label text, Overview overview) {
        this.bar = bar;
        this.text = text;
        this.overview = overview;
        bar.managedProperty().bind(bar.visibleProperty());
        close();
    }

    void remove(List<Job> jobs) {
        overview.remove(jobs);
        removed = jobs;
        text.setText(Messages.of("jobs.undo.text", jobs.size(), PlainText.line(jobs.getFirst().id())));
        bar.setVisible(true);
    }

    /** {@return the jobs put back} */
    List<Job> undo() {
        overview.restore(removed);
        List<Job> restored = removed.stream().filter(overview::contains).toList();
        close();
        return restored;
    }

    void close() {
        removed = List.of();
        bar.setVisible(false);
    }
}
