package dev.jobglass.ui.common;

import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs.Glyph;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;

/** Asks before a dialog takes along what a user has made in it. JavaFX thread only. */
public final class UnsavedWork {
    private final Dialog<?> dialog;
    private final BooleanSupplier unsaved;
    private boolean givenUp;
    private Alert question;

    private UnsavedWork(Dialog<?> dialog, BooleanSupplier unsaved) {
        this.dialog = dialog;
        this.unsaved = unsaved;
    }

    /**
     * Has a dialog closed only once that costs nothing, or the user has said that it may.
     *
     * @param dialog not shown yet
     * @param unsaved whether there is something that would be lost now
     */
    public static void guard(Dialog<?> dialog, BooleanSupplier unsaved) {
        UnsavedWork work = new UnsavedWork(dialog, unsaved);
        dialog.setOnCloseRequest(event -> {
            if (!work.givenUp && unsaved.getAsBoolean()) {
                event.consume();
                work.ask();
            }
        });
    }

    private void ask() {
        if (question != null && question.isShowing()) {
            return;
        }
        ButtonType discard = new ButtonType(Messages.of("common.unsaved.discard"), ButtonData.OTHER);
        ButtonType back = new ButtonType(Messages.of("common.unsaved.back"), ButtonData.CANCEL_CLOSE);
        question = Dialogs.alert(dialog.getDialogPane().getScene().getWindow(), Glyph.QUESTION.sign(),
                dialog.getTitle(), Messages.of("common.unsaved.header"), null, discard, back);
        question.initModality(Modality.WINDOW_MODAL);
        question.getDialogPane().lookupButton(discard).setId("unsavedDiscard");
        question.getDialogPane().lookupButton(back).setId("unsavedBack");
        Later.focus(question, question.getDialogPane().lookupButton(back)); // Enter loses nothing
        question.setOnHidden(_ -> {
            if (question.getResult() == discard || !unsaved.getAsBoolean()) {
                givenUp = true;
                dialog.close();
            }
        });
        question.show();
    }
}
