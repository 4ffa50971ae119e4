package dev.jobglass.ui.failures;

import dev.jobglass.model.Job;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.TextField;

/** The note that somebody writes, and what it is about: what was there when it was begun. JavaFX thread only. */
final class DraftNote {
    private final TextField field;
    private final Supplier<String> error;
    private final Runnable changed;
    /** The error that was shown when the note was begun; null when there is none, or no note. */
    private String writtenOf;
    /** What failed since: it may have joined a group that the note is about. */
    private final Set<Job> failedSince = new HashSet<>();

    /**
     * Begins with what the field says.
     *
     * @param field where it is written
     * @param error gives the one that is shown now, or null
     * @param changed is run when a note is begun, or is gone
     */
    DraftNote(TextField field, Supplier<String> error, Runnable changed) {
        this.field = field;
        this.error = error;
        this.changed = changed;
        field.textProperty().addListener((_, before, now) -> {
            if (before.isBlank() != now.isBlank()) {
                begin(Set.of());
            }
        });
    }

    private void begin(Set<Job> since) {
        writtenOf = begun() ? error.get() : null;
        failedSince.clear();
        failedSince.addAll(since);
        changed.run();
    }

    /** Goes on with another one, which is not about what has failed since it was begun. */
    void begin(String text, Set<Job> since) {
        field.setText(text);
        begin(since); // also when one follows another
    }

    /** {@return what has failed since it was begun} */
    Set<Job> failedSince() {
        return failedSince;
    }

    /** {@return whether anything is written} */
    boolean begun() {
        return !field.getText().isBlank();
    }

    /** Learns of what has just failed. */
    void failed(List<? extends Job> jobs) {
        if (begun()) {
            failedSince.addAll(jobs);
        }
    }

    /** {@return whether a failure was there when the note was begun, or none was} */
    boolean mayBeAbout(Job failure) {
        return !failedSince.contains(failure);
    }

    /** {@return whether somebody is at it now} */
    boolean beingWritten() {
        return field.isFocused() && begun();
    }

    /** {@return whether another error is shown than when it was begun} */
    boolean ofAnotherError() {
        return writtenOf != null && !writtenOf.equals(error.get());
    }

    /** {@return what is written; of an error that was another when it was begun it says of which} */
    String text() {
        return ofAnotherError()
                ? Messages.of("failures.note.of", PlainText.gist(writtenOf), field.getText())
                : field.getText();
    }
}
