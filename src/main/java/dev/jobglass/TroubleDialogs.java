package dev.jobglass;

import dev.jobglass.board.ServerView;
import dev.jobglass.board.ServerView.Trouble;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.PlainText;
import java.util.EnumSet;
import java.util.Set;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Says once a kind what is wrong with a server; from then on the banner carries it. */
final class TroubleDialogs {
    private final Watching watching;
    private final Window owner;
    private final Set<Trouble> said = EnumSet.of(Trouble.SERVER_ERROR);

    TroubleDialogs(Watching watching, Window owner) {
        this.watching = watching;
        this.owner = owner;
        watching.board().serverProperty().addListener((_, _, server) -> say(server));
    }

    private void say(ServerView server) {
        if (server.kind() == null || said.contains(server.kind())) {
            return;
        }
        // With nothing to look at yet, the page in the middle of the window says it all.
        if (server.kind() == Trouble.UNREACHABLE && watching.board().jobs().isEmpty()) {
            return;
        }
        said.add(server.kind());
        Alert alert = new Alert(AlertType.WARNING);
        alert.initOwner(owner);
        alert.initModality(Modality.NONE);
        alert.setTitle(Texts.of("trouble." + server.kind() + ".title"));
        alert.setHeaderText(alert.getTitle());
        alert.setContentText(Texts.of("trouble.text", watching.server().label(), PlainText.line(server.trouble())));
        alert.getDialogPane().setId("trouble");
        alert.show();
    }
}
