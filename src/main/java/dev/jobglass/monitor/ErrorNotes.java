package dev.jobglass.monitor;

import dev.jobglass.history.History;
import dev.jobglass.model.ErrorNote;
import java.time.Instant;
import java.util.Optional;

/** What users noted of kinds of error: it stays with them, also when they come again. Any thread. */
public final class ErrorNotes {
    private final History history;

    ErrorNotes(History history) {
        this.history = history;
    }

    /**
     * Remembers a note of all errors of a kind. Returns at once.
     *
     * @param signature what the errors have in common
     * @param note empty to forget it
     * @param at when
     */
    public void put(String signature, String note, Instant at) {
        history.noteError(signature, note, HistoryRecorder.user(), at);
    }

    /**
     * {@return what is noted of a kind of error} Blocks.
     *
     * @param signature what the errors have in common
     */
    public Optional<ErrorNote> of(String signature) {
        return history.errorNote(signature);
    }
}
