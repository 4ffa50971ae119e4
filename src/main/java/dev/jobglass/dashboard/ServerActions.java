package dev.jobglass.dashboard;

import dev.jobglass.settings.ServerSettings;
import java.util.List;
import java.util.function.Consumer;

/** What a person can do about the servers themselves. */
public interface ServerActions {
    /** {@return all servers that are known, watched or not} */
    List<ServerSettings> known();

    /**
     * Watches a known server beside the others, or no more.
     *
     * @param url its base address, already checked
     * @param on whether it is watched from now on
     */
    void watch(String url, boolean on);

    /**
     * Keeps what a person wrote about a server, and watches it.
     *
     * @param before the base address of the server it was written about, or null for a new one
     * @param server its address already checked, its certificates readable; a key of null keeps the known one,
     *        unless the scheme, the host or the port is another than before
     */
    void keep(String before, ServerSettings server);

    /**
     * Forgets a server, its key and what was dismissed there, and watches it no more.
     *
     * @param url its base address
     */
    void forget(String url);

    /**
     * Asks a server once, whether it is watched or not.
     *
     * @param before as for {@link #keep}
     * @param server as for {@link #keep}
     * @param taker takes what came of it, in plain words, on the JavaFX thread
     */
    void test(String before, ServerSettings server, Consumer<String> taker);
}
