package dev.jobglass.ui.insights;

import dev.jobglass.history.Insights.ErrorKind;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Asks what to note of a kind of error. JavaFX thread only. */
final class NoteDialog {
    private final Alert dialog;
    private final TextArea note;
    private final ButtonType save = new ButtonType(Messages.of("insights.note.save"), ButtonData.OK_DONE);

    NoteDialog(Window owner, ErrorKind kind) {
        note = new TextArea(kind.note());
        note.setId("errorNote");
        note.setWrapText(true);
        note.setAccessibleText(Messages.of("insights.note.text"));
        VBox content = new VBox(new WrappedLabel(Messages.of("insights.note.text")), note);
        content.getStyleClass().add("dialog-content");
        dialog = Dialogs.alert(owner, null, Messages.of("insights.note.title"),
                kind.signature().isEmpty() ? Messages.of("insights.error.none") : PlainText.shortLine(kind.signature()),
                content, save, new ButtonType(Messages.of("text.button.cancel"), ButtonData.CANCEL_CLOSE));
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setOnShown(_ -> {
            note.requestFocus();
            note.end();
        });
    }

    /** {@return what the user noted, empty to note nothing any more; nothing when they left it as it was} */
    Optional<String> ask() {
        return dialog.showAndWait().filter(save::equals).map(_ -> note.getText().strip());
    }
}
