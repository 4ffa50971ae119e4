package dev.jobglass.ui.details;

import dev.jobglass.api.JobStream;
import dev.jobglass.api.StreamEvent;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/**
 * Follows the stream of the one job a person asks for, until the selection moves, the job ends or anything goes wrong.
 * Polling goes on all the while, so that to fall back is to do nothing.
 */
final class LiveStream {
    private final ToggleButton button;
    private final Label note;
    private final Workspace overview;
    private final InstantSource clock;
    private Job shown;
    private JobStream stream;
    private boolean told;

    LiveStream(ToggleButton button, Label note, Workspace overview, InstantSource clock) {
        this.button = button;
        this.note = note;
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        this.overview = overview;
        this.clock = clock;
        button.managedProperty().bind(button.visibleProperty());
        button.selectedProperty().addListener((_, _, on) -> {
            if (on) {
                begin();
            } else {
                end();
            }
        });
    }

    /** Shows a job, or null; another one than before ends the following. */
    void show(Job job) {
        boolean running = job != null && (job.view().state() == DisplayState.RUNNING
                || job.view().state() == DisplayState.STALLED);
        if (job != shown || !running) {
            button.setSelected(false);
            note.setText("");
        }
        shown = job;
        button.setVisible(running);
    }

    private void begin() {
        Job job = shown;
        note.setText("");
        told = false;
        stream = overview.actions().follow(job, event -> take(job, event), () -> {
            if (job == shown && button.isSelected()) {
                button.setSelected(false);
                note.setText(told ? "" : Messages.of("details.live.over"));
            }
        });
    }

    private void take(Job job, StreamEvent event) {
        if (job != shown || !button.isSelected()) {
            return; // told late, when nobody follows it any more
        }
        told = true;
        switch (event) {
            case StreamEvent.Progressed(Double percentage, String step) ->
                overview.streamed(job, percentage, step, clock.instant());
            case StreamEvent.Turned _ -> overview.askNow(List.of(job));
            case StreamEvent.Heartbeat _ -> {
                // All is well.
            }
        }
    }

    private void end() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
