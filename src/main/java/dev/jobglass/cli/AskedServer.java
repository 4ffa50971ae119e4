package dev.jobglass.cli;

import dev.jobglass.api.JobServer;
import dev.jobglass.api.ServerAddress;

/**
 * A server that the command line asks.
 *
 * @param address where it is
 * @param client asks it; closed with this
 */
public record AskedServer(ServerAddress address, JobServer client) implements AutoCloseable {
    @Override
    public void close() {
        client.close();
    }
}
