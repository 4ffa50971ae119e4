package dev.jobglass.cli;

import java.io.IOException;
import java.util.List;

/** Opens the servers that a command is about. */
@FunctionalInterface
public interface ServerSource {
    /**
     * {@return the servers, at least one, each to be closed}
     *
     * @param addresses those that jobs were named with, which are asked too
     * @throws IOException when the settings cannot be read
     */
    List<AskedServer> open(List<String> addresses) throws IOException;
}
