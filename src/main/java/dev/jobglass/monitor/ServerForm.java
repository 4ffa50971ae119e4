package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;

/**
 * What a user wrote about a server.
 *
 * @param address checked
 * @param name what the user calls it, or empty
 * @param key its API key, or null to keep the known one
 * @param authority a PEM file whose certificates can be read, or null for those that all trust
 */
public record ServerForm(ServerAddress address, String name, ApiKey key, String authority) {
}
