package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks what to note of a kind of error. JavaFX thread only. */
final class NoteDialog {
    private final Alert dialog;
    private final TextArea note;

    /** {@code taker} takes what the user noted, empty to note nothing any more. */
    NoteDialog(Window owner, ErrorKind kind, Consumer<String> taker) {
        note = new TextArea(kind.note());
        note.setId("kindNote");
        Texts.wrap(note);
        note.setAccessibleText(Messages.of("insights.note.text"));
        VBox content = new VBox(new WrappedLabel(Messages.of("insights.note.text")), note);
        content.getStyleClass().add("narrow-content");
        dialog = Dialogs.making(owner, Messages.of("insights.note.title"),
                kind.signature().isEmpty() ? Messages.of("insights.error.none") : PlainText.shortLine(kind.signature()),
                content, new ButtonType(Messages.of("insights.note.save"), ButtonData.OK_DONE),
                () -> taker.accept(note.getText().strip()));
        dialog.setOnShown(_ -> {
            note.requestFocus();
            note.end();
        });
    }

    /** Asks. */
    void show() {
        dialog.show();
    }
}
