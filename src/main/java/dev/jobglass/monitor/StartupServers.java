package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the servers to begin with, and the key for each server. */
public final class StartupServers {
    private static final System.Logger LOG = System.getLogger(StartupServers.class.getName());

    private final Settings settings;
    private final boolean newUser;
    private boolean nobodysChoice;
    private final List<ServerAddress> first;
    /** Not kept: meant for this run and for no other server. */
    private final Map<ServerAddress, ApiKey> keys = new HashMap<>();

    /**
     * Chooses: command line before settings before environment before the API's own default.
     */
    public StartupServers(StartupArguments given, Settings settings) {
        this.settings = settings;
        this.newUser = given.newUser();
        List<ServerAddress> named = given.servers().stream().map(this::typed).toList();
        ServerAddress ofEnvironment = given.environmentServer() == null
                ? null
                : typed(given.environmentServer());
        this.first = named.isEmpty() ? known(ofEnvironment) : named;
        give(given.key(), given.environmentKey(), named.isEmpty() ? ofEnvironment : named.getFirst(), !named.isEmpty());
    }

    /** A key goes to no server that was not named together with it: whoever listens there would have it. */
    private void give(ApiKey ofOptions, ApiKey ofEnvironment, ServerAddress meant, boolean named) {
        ApiKey key = ofOptions != null ? ofOptions : ofEnvironment;
        if (key == null) {
            return;
        }
        if (meant == null) {
            LOG.log(System.Logger.Level.WARNING, "The key that was given goes to no server, since none was named:"
                    + " name it with --server or in PRAISONAI_BASE_URL");
            return;
        }
        // The environment's key is for a server named anew; one we remember a key of gets that.
        if (named || ofOptions != null || settings.known(meant).map(server -> server.keyProperty().get()).isEmpty()) {
            keys.put(meant, key);
        }
        if (!first.contains(meant)) {
            LOG.log(System.Logger.Level.WARNING, "The key that was given is for {0}, which is not watched", meant);
        }
    }

    /**
     * {@return the address that a user means, in the light of the servers that are known}
     *
     * @param text already checked
     */
    public ServerAddress typed(String text) {
        try {
            return ServerAddress.typed(text, settings.servers().stream().map(ServerSettings::address).toList());
        } catch (ServerAddress.Malformed e) {
            throw new IllegalArgumentException(text, e);
        }
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

    /** {@return those a user had watched last; of older settings the first} */
    private List<ServerAddress> known(ServerAddress ofEnvironment) {
        List<ServerAddress> on = new ArrayList<>();
        List<ServerAddress> off = new ArrayList<>();
        settings.servers().forEach(server -> (server.onProperty().get() ? on : off).add(server.address()));
        if (!on.isEmpty()) {
            return on;
        }
        if (!off.isEmpty()) {
            return List.of(off.getFirst());
        }
        nobodysChoice = ofEnvironment == null;
        if (!nobodysChoice) {
            return List.of(ofEnvironment);
        }
        return newUser ? List.of(ServerAddress.DEFAULT) : List.of();
    }

    /** {@return whether nobody has named a server, so that the first is the API's own default} */
    boolean nobodysChoice() {
        return nobodysChoice;
    }

    /** {@return the servers to begin with; none when those that were chosen are not known} */
    public List<ServerAddress> first() {
        return first;
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
        String key = server.keyProperty().get();
        return key == null || key.isBlank() ? null : new ApiKey(key);
    }
}
