package dev.jobglass.monitor;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.ServerAccess;

/**
 * What a user wrote about a server.
 *
 * @param address checked
 * @param name what the user calls it, or empty
 * @param key what becomes of its API key
 * @param access how it is reached; its files can be read
 */
public record ServerForm(ServerAddress address, String name, KeyChange key, ServerAccess access) {
}
