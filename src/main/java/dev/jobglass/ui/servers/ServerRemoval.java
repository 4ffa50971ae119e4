package dev.jobglass.ui.servers;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.WrappedLabel;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;

/** Asks whether a server is to be forgotten: its key would have to be found again. */
final class ServerRemoval {
    private ServerRemoval() {
    }

    /**
     * {@return whether the user is sure}
     *
     * @param dialog in which the user wanted it
     * @param server which
     * @param unread whether its key is where it could not be read, and so stays
     */
    static boolean sure(Dialog<?> dialog, ServerAddress server, boolean unread) {
        ButtonType forget = new ButtonType(Messages.of("servers.serverDialog.forget"), ButtonData.OTHER);
        ButtonType keep = Dialogs.cancel();
        Alert alert = Dialogs.alert(dialog.getDialogPane().getScene().getWindow(), Glyph.QUESTION.sign(),
                dialog.getTitle(), Messages.of("servers.serverDialog.forget"),
                new WrappedLabel(Messages.of(
                        unread ? "servers.serverDialog.sureUnread" : "servers.serverDialog.sure", server)),
                forget, keep);
        alert.initModality(Modality.WINDOW_MODAL);
        alert.getDialogPane().lookupButton(forget).setId("serverForgetSurely");
        ((Button) alert.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        return alert.showAndWait().filter(forget::equals).isPresent();
    }
}
