package dev.jobglass.ui.statusicon;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.Workspace;
import java.util.Locale;

/** The worst that is to be seen; its colour is the icon's. */
enum IconState {
    /** Nothing runs. */
    IDLE,
    /** All is well, and something runs or waits. */
    RUNNING,
    /** A job stands still. */
    STALLED,
    /** A server does not answer. */
    LOST,
    /** A job failed, and nobody has read that. */
    FAILED;

    static IconState of(Workspace workspace) {
        if (!workspace.failures().isEmpty()) {
            return FAILED;
        }
        if (workspace.viewsProperty().get().stream().anyMatch(server -> server.link() == ServerStatus.Link.DOWN)) {
            return LOST;
        }
        if (workspace.count(DisplayState.STALLED) > 0) {
            return STALLED;
        }
        return workspace.count(DisplayState.RUNNING) + workspace.count(DisplayState.QUEUED) > 0 ? RUNNING : IDLE;
    }

    String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
