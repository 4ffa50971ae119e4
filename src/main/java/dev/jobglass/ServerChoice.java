package dev.jobglass;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.SettingsStore;

/** Chooses the server to begin with, and the key for each server. */
final class ServerChoice {
    private static final System.Logger LOG = System.getLogger(ServerChoice.class.getName());

    private final SettingsStore settings;
    private final ServerAddress first;
    private ApiKey given;

    /**
     * Chooses: command line before settings before environment before the API's own default.
     */
    ServerChoice(CommandLineOptions options, Environment environment, SettingsStore settings) {
        this.settings = settings;
        this.first = options.server != null ? options.server : known(environment);
        // The environment's key is for a server named anew; one we remember a key of gets that.
        boolean keptServer = options.server == null && settings.get().server(first.toString()).key() != null;
        this.given = options.key != null ? options.key : keptServer ? null : environment.key();
    }

    /** A key was entered by hand: from now on that one counts, whatever was given at the start. */
    void entered(ServerAddress server) {
        if (server.equals(first)) {
            given = null;
        }
    }

    private ServerAddress known(Environment environment) {
        for (ServerSettings known : settings.get().servers()) {
            try {
                return ServerAddress.parse(known.url());
            } catch (ServerAddress.Malformed _) {
                LOG.log(System.Logger.Level.WARNING, "The settings name a server that is none: {0}", known.url());
            }
        }
        return environment.server() != null ? environment.server() : ServerAddress.DEFAULT;
    }

    /** {@return the server to begin with} */
    ServerAddress first() {
        return first;
    }

    /** {@return the key for a server, or null; one given at the start is meant for the first and goes to no other} */
    ApiKey key(ServerAddress server) {
        if (given != null && server.equals(first)) {
            return given;
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
