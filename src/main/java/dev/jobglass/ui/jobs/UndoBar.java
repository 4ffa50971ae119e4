package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Takes jobs off the list and offers to put them back. */
public final class UndoBar {
    private final Node bar;
    private final Label text;
    private final Workspace overview;
    private List<Job> removed = List.of();

    public UndoBar(Node bar, Label text, Workspace overview) {
        this.bar = bar;
        this.text = text;
        this.overview = overview;
        bar.managedProperty().bind(bar.visibleProperty());
        close();
    }

    public void remove(List<Job> jobs) {
        overview.remove(jobs);
        removed = jobs;
        text.setText(Messages.of("jobs.undo.text", jobs.size(), PlainText.line(jobs.getFirst().id())));
        bar.setVisible(true);
    }

    /** {@return the jobs put back} */
    public List<Job> undo() {
        overview.restore(removed);
        List<Job> restored = removed.stream().filter(overview::contains).toList();
        close();
        return restored;
    }

    public void close() {
        removed = List.of();
        bar.setVisible(false);
    }
}
