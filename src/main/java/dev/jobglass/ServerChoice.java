package dev.jobglass;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.SettingsStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the servers to begin with, and the key for each server. */
final class ServerChoice {
    private static final System.Logger LOG = System.getLogger(ServerChoice.class.getName());

    private final SettingsStore settings;
    private boolean nobodysChoice;
    private final List<ServerAddress> first;
    /** Not kept: meant for this run and for no other server. */
    private final Map<ServerAddress, ApiKey> given = new HashMap<>();

    /**
     * Chooses: command line before settings before environment before the API's own default.
     */
    ServerChoice(CommandLineOptions options, Environment environment, SettingsStore settings) {
        this.settings = settings;
        boolean named = !options.servers.isEmpty();
        this.first = named ? List.copyOf(options.servers) : known(environment);
        ServerAddress foremost = first.getFirst();
        // The environment's key is for a server named anew; one we remember a key of gets that.
        boolean keptServer = !named && settings.get().server(foremost.toString()).key() != null;
        ApiKey key = options.key != null ? options.key : keptServer ? null : environment.key();
        if (key != null) {
            given.put(foremost, key);
        }
    }

    /** From now on the key that is kept for a server counts, whatever was given at a start. */
    void forgetGiven(ServerAddress server) {
        given.remove(server);
    }

    /** A key was given for a server by another start. */
    void give(ServerAddress server, ApiKey key) {
        given.put(server, key);
    }

    /** {@return those a person had watched last; of older settings the first} */
    private List<ServerAddress> known(Environment environment) {
        List<ServerAddress> on = new ArrayList<>();
        List<ServerAddress> off = new ArrayList<>();
        for (ServerSettings known : settings.get().servers()) {
            try {
                (known.on() ? on : off).add(ServerAddress.parse(known.url()));
            } catch (ServerAddress.Malformed _) {
                LOG.log(System.Logger.Level.WARNING, "The settings name a server that is none: {0}", known.url());
            }
        }
        if (!on.isEmpty()) {
            return on;
        }
        if (!off.isEmpty()) {
            return List.of(off.getFirst());
        }
        nobodysChoice = environment.server() == null;
        return List.of(nobodysChoice ? ServerAddress.DEFAULT : environment.server());
    }

    /** {@return whether nobody has named a server, so that the first is the API's own default} */
    boolean nobodysChoice() {
        return nobodysChoice;
    }

    /** {@return the servers to begin with, at least one} */
    List<ServerAddress> first() {
        return first;
    }

    /** {@return the key for a server, or null; one given at a start goes to the server it was given for only} */
    ApiKey key(ServerAddress server) {
        if (given.containsKey(server)) {
            return given.get(server);
        }
        String kept = settings.get().server(server.toString()).key();
        try {
            return kept == null || kept.isBlank() ? null : new ApiKey(kept);
        } catch (IllegalArgumentException _) {
            LOG.log(System.Logger.Level.WARNING, "What is kept as the key for {0} cannot be one", server);
            return null;
        }
    }
}
