package dev.jobglass.ui.servers;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.model.ServerStatus.Trouble;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.KeptFocus;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Says once a kind what is wrong with a server, until that is over or read; from then on the banner carries it. */
public final class TroubleDialogs implements AutoCloseable {
    private final MonitoredServer watching;
    private final Window owner;
    private final Runnable enterKey;
    private final BooleanSupplier mayOpen;
    private final Set<Trouble> said = EnumSet.of(Trouble.SERVER_ERROR);
    private final Map<Trouble, Alert> shown = new EnumMap<>(Trouble.class);

    /**
     * Begins to follow a server.
     *
     * @param enterKey lets the user enter a key
     * @param mayOpen tells whether the user wants a dialog now
     */
    public TroubleDialogs(MonitoredServer watching, Window owner, Runnable enterKey, BooleanSupplier mayOpen) {
        this.mayOpen = mayOpen;
        this.watching = watching;
        this.owner = owner;
        this.enterKey = enterKey;
        watching.board().serverProperty().addListener((_, _, server) -> follow(server));
        watching.askedAnewProperty().addListener((_, _, _) -> said.remove(Trouble.UNAUTHORISED)); // of another key
    }

    private void follow(ServerStatus server) {
        shown.entrySet().removeIf(entry -> {
            boolean over = entry.getKey() != server.kind();
            if (over) {
                KeptFocus.during(entry.getValue()::hide);
            }
            return over;
        });
        if (server.kind() == null || said.contains(server.kind()) || !mayOpen.getAsBoolean()) {
            return;
        }
        // With nothing to look at yet, the page in the middle of the window says it all.
        if (server.kind() == Trouble.UNREACHABLE && watching.board().jobs().isEmpty()) {
            return;
        }
        said.add(server.kind());
        say(server);
    }

    /** Closes what is open, as a user who has read it does. */
    public void hide() {
        shown.values().forEach(Alert::hide);
    }

    /** Says no more, for the server is watched no longer. */
    @Override
    public void close() {
        hide();
    }

    private void say(ServerStatus server) {
        String title = Messages.of("servers.trouble." + server.kind() + ".title");
        Alert alert = Dialogs.alert(owner, Glyph.WARNING.sign(), title, title, new WrappedLabel(Messages.of(
                "servers.trouble.text", PlainText.line(watching.name()),
                PlainText.line(Messages.problem(server.problem())))));
        alert.getDialogPane().setId("trouble");
        if (server.kind() == Trouble.UNAUTHORISED) {
            ButtonType enter = new ButtonType(Messages.of("servers.trouble.enterKey"), ButtonData.OTHER);
            alert.getButtonTypes().addFirst(enter);
            Dialogs.asWideAsTheirWords(alert);
            alert.resultProperty().addListener((_, _, chosen) -> {
                if (chosen == enter) {
                    enterKey.run();
                }
            });
        }
        shown.put(server.kind(), alert);
        KeptFocus.during(alert::show);
    }
}
