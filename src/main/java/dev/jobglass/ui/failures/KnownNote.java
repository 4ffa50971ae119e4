package dev.jobglass.ui.failures;

import dev.jobglass.monitor.ErrorNotes;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Visibility;
import javafx.concurrent.Task;
import javafx.scene.control.Label;

/** Says what was noted of errors like the one that is shown. JavaFX thread only. */
final class KnownNote {
    private final Label label;
    private final ErrorNotes notes;
    private final Background background;
    private Task<?> task;
    private String shown;

    /** Says nothing yet. */
    KnownNote(Label label, ErrorNotes notes, Background background) {
        this.label = label;
        this.notes = notes;
        this.background = background;
        Visibility.onlyWithText(label);
    }

    /** Shows what was noted of errors with a signature, read when it is another than before. */
    void show(String signature) {
        if (!signature.equals(shown)) {
            forget();
            shown = signature;
            task = background.begin(() -> notes.of(signature),
                    note -> label.setText(note.map(Messages::noted).orElse("")),
                    _ -> {
                        // The history has told the log.
                    });
        }
    }

    /** Reads it anew the next time. */
    void forget() {
        background.cancel(task);
        shown = null;
        label.setText("");
    }
}
