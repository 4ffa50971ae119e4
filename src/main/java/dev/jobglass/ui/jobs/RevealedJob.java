package dev.jobglass.ui.jobs;

import dev.jobglass.model.Job;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The job that was selected for the user last. It is kept in view while its row finds its place, as that of a new job
 * does, until the user does something with the table. JavaFX thread only.
 */
final class RevealedJob {
    private Job job;

    /** Follows what is done with a table. */
    RevealedJob(Node table) {
        Stream.of(MouseEvent.MOUSE_PRESSED, ScrollEvent.SCROLL, KeyEvent.KEY_PRESSED)
                .forEach(touch -> table.addEventFilter(touch, _ -> job = null));
    }

    /** It is this one from now on. */
    void set(Job revealed) {
        job = revealed;
    }

    /** {@return whether there is one, and it and no other is selected} */
    boolean selected(List<Job> selection) {
        return job != null && selection.equals(List.of(job));
    }
}
