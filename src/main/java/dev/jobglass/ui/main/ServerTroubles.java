package dev.jobglass.ui.main;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.servers.TroubleDialogs;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Stage;

/** Opens the dialogs that tell what is wrong with a server, when they may open. JavaFX thread only. */
final class ServerTroubles {
    private final Stage owner;
    private final UiClock clock;
    private final Settings settings;
    private final ObservableBooleanValue heldBack;
    private final Consumer<MonitoredServer> edit;
    private final List<TroubleDialogs> dialogs = new ArrayList<>();

    /** None of them opens while {@code heldBack} holds or a dialog is open; {@code edit} shows what is known of one. */
    ServerTroubles(Workspace workspace, Stage owner, UiClock clock, Settings settings,
            ObservableBooleanValue heldBack, Consumer<MonitoredServer> edit) {
        this.owner = owner;
        this.clock = clock;
        this.settings = settings;
        this.heldBack = heldBack;
        this.edit = edit;
        workspace.forEachServer(this::tell);
    }

    private Runnable tell(MonitoredServer server) {
        TroubleDialogs some = new TroubleDialogs(server, owner, () -> edit.accept(server), () -> mayOpen(server));
        dialogs.add(some);
        return () -> {
            dialogs.remove(some);
            some.close();
        };
    }

    private boolean mayOpen(MonitoredServer server) {
        NotificationSettings wanted = settings.notifications();
        // The keyring is asked for its key just now.
        boolean withoutKey = settings.known(server.server())
                .filter(ServerSettings::unread)
                .isPresent();
        return !heldBack.get() && !Dialogs.anyShown() && !withoutKey && wanted.troubleDialogProperty().get()
                && !wanted.quietAt(clock.get(), ZoneId.systemDefault());
    }

    /** Closes those that are open. */
    void hide() {
        dialogs.forEach(TroubleDialogs::hide);
    }
}
