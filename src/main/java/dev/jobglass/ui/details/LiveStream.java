package dev.jobglass.ui.details;

import dev.jobglass.api.JobStream;
import dev.jobglass.api.Problem;
import dev.jobglass.api.StreamEvent;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Follows the stream of the one job a user asks for, until the selection moves, the job ends or anything goes wrong.
 * Polling goes on all the while, so that to fall back is to do nothing. JavaFX thread only.
 */
final class LiveStream {
    private final Workspace workspace;
    private final InstantSource clock;
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(this, "available");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private Job shown;
    private JobStream stream;
    private boolean received;

    LiveStream(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
        following.addListener((_, _, on) -> {
            if (on) {
                begin();
            } else {
                end();
            }
        });
    }

    /** {@return whether the stream is followed; to be set by the user, and cleared when the following ends} */
    BooleanProperty followingProperty() {
        return following;
    }

    /** {@return whether there is a running job to follow} */
    ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** {@return why the following ended, when that needs saying, or empty} */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Shows a job, or null; another one than before ends the following. */
    void show(Job job) {
        boolean running = job != null && (job.view().state() == DisplayState.RUNNING
                || job.view().state() == DisplayState.STALLED);
        if (job != shown || !running) {
            following.set(false);
            note.set("");
        }
        shown = job;
        available.set(running);
    }

    private void begin() {
        Job job = shown;
        note.set("");
        received = false;
        stream = workspace.actions().follow(job, event -> receive(job, event), why -> {
            if (job == shown && following.get()) {
                following.set(false);
                note.set(received ? "" : words(why));
            }
        });
    }

    private static String words(Problem why) {
        return why == null
                ? Messages.of("details.live.over")
                : Messages.of("details.live.refused", PlainText.line(Messages.problem(why)));
    }

    private void receive(Job job, StreamEvent event) {
        if (job != shown || !following.get()) {
            return; // it comes late, when nobody follows the job any more
        }
        received = true;
        switch (event) {
            case StreamEvent.Progressed(Double percentage, String step) ->
                workspace.streamed(job, percentage, step, clock.instant());
            case StreamEvent.Turned _ -> workspace.actions().askNow(List.of(job));
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
