package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import java.util.List;

/**
 * The servers and keys that this start of the program was given. Addresses are as {@link ServerAddress#typed} takes
 * them.
 *
 * @param servers those named
 * @param key given on purpose, for the first of them, or for the environment's; or null
 * @param environmentServer the environment's, or null
 * @param environmentKey the environment's, or null
 * @param newUser whether nobody has chosen a server ever, so that the API's own default may be tried
 */
public record StartupArguments(List<String> servers, ApiKey key, String environmentServer, ApiKey environmentKey,
        boolean newUser) {
    /** Copies the list. */
    public StartupArguments {
        servers = List.copyOf(servers);
    }
}
