package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.KnownServer;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the servers to begin with, and the key for each server. */
public final class StartupServers {
    private static final System.Logger LOG = System.getLogger(StartupServers.class.getName());

    private final Settings settings;
    private final ServerChoice choice;
    /** Not kept: meant for this run and for no other server. */
    private final Map<ServerAddress, ApiKey> keys;

    /** Chooses as {@link ServerChoice} does. */
    public StartupServers(StartupArguments given, Settings settings) {
        this.settings = settings;
        this.choice = ServerChoice.of(given, known());
        this.keys = new HashMap<>(choice.keys());
    }

    private List<KnownServer> known() {
        return settings.servers().stream().map(ServerSettings::known).toList();
    }

    /**
     * {@return the address that a user means, in the light of the servers that are known}
     *
     * @param text already checked
     */
    public ServerAddress typed(String text) {
        return ServerChoice.typed(text, known());
    }

    /** From now on the key that is kept for a server counts, whatever was given at a start. */
    public void forgetGiven(ServerAddress server) {
        keys.remove(server);
    }

    /** A key was given for a server by another start. */
    void give(ServerAddress server, ApiKey key) {
        keys.put(server, key);
    }

    /** A server's address has changed in its path only: what was given for it counts there. */
    public void move(ServerAddress before, ServerAddress after) {
        if (before.sameOrigin(after) && keys.containsKey(before)) {
            keys.putIfAbsent(after, keys.remove(before));
        }
    }

    /**
     * {@return the key that was given at a start for a server, or null}
     *
     * @param before its address until now
     * @param address its address from now on; another path does not matter
     */
    public ApiKey given(ServerAddress before, ServerAddress address) {
        ApiKey here = keys.get(address);
        return here == null && before.sameOrigin(address) ? keys.get(before) : here;
    }

    /** {@return whether nobody has named a server, so that the first is the API's own default} */
    boolean nobodysChoice() {
        return choice.nobodys();
    }

    /** {@return the servers to begin with; none when those that were chosen are not known} */
    public List<ServerAddress> first() {
        return choice.servers();
    }

    /** {@return the key for a server, or null; one given at a start goes to the server it was given for only} */
    public ApiKey key(ServerAddress server) {
        if (keys.containsKey(server)) {
            return keys.get(server);
        }
        try {
            return settings.known(server).map(StartupServers::kept).orElse(null);
        } catch (IllegalArgumentException _) {
            LOG.log(System.Logger.Level.WARNING, "What is kept as the key for {0} cannot be one", server);
            return null;
        }
    }

    /**
     * {@return the key that is kept of a server, or null}
     *
     * @throws IllegalArgumentException when what is kept cannot be one
     */
    static ApiKey kept(ServerSettings server) {
        return ServerChoice.kept(server.known());
    }
}
