package dev.jobglass.ui.servers;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.ui.common.Background;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/**
 * One dialog at most for each server, which closes when its server is removed elsewhere: to save it then would bring
 * the server back. JavaFX thread only.
 */
public final class ServerDialogs implements AutoCloseable {
    private final ServerManager servers;
    private final Background files = new Background();
    /** Those that were opened, by their servers; that of a new one by null. */
    private final Map<ServerAddress, ServerDialog> opened = new HashMap<>();
    private final ListChangeListener<ServerSettings> removal = _ -> closeThoseOfRemoved();

    /**
     * Shows nothing yet.
     *
     * @param servers has servers watched
     */
    public ServerDialogs(ServerManager servers) {
        this.servers = servers;
        servers.known().addListener(removal);
    }

    /**
     * Shows what is known of a server, to be changed.
     *
     * @param server which, or null for a new one
     * @param owner the window in front of which it opens
     */
    public void edit(ServerSettings server, Window owner) {
        dialog(server, owner).show();
    }

    /**
     * Asks for the key of a server.
     *
     * @param server which
     * @param owner the window in front of which it opens
     */
    public void enterKey(ServerSettings server, Window owner) {
        dialog(server, owner).askForKey();
    }

    private ServerDialog dialog(ServerSettings server, Window owner) {
        ServerAddress address = server == null ? null : server.address();
        ServerDialog open = opened.get(address);
        if (open == null || !open.showing()) {
            open = new ServerDialog(server, servers, files, owner);
            opened.put(address, open);
        }
        return open;
    }

    private void closeThoseOfRemoved() {
        List<ServerAddress> known = servers.known().stream().map(ServerSettings::address).toList();
        opened.entrySet().removeIf(entry -> {
            boolean removed = entry.getKey() != null && !known.contains(entry.getKey());
            if (removed) {
                entry.getValue().close();
            }
            return removed;
        });
    }

    @Override
    public void close() {
        servers.known().removeListener(removal);
        files.close();
    }
}
