package dev.jobglass.settings;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Asks for the keys that could not be read at the start, such as because the keyring was locked. */
public final class UnreadKeys {
    private static final System.Logger LOG = System.getLogger(UnreadKeys.class.getName());

    private UnreadKeys() {
    }

    /**
     * Asks in the background. To be called on the JavaFX thread once the windows are open, for the desktop may ask the
     * user.
     *
     * @param settings whose servers lack keys
     * @param keyStore has them
     * @param found takes each server whose key was found then, on the JavaFX thread
     */
    public static void ask(Settings settings, KeyStore keyStore, Consumer<ServerSettings> found) {
        List<ServerSettings> unread = settings.servers().stream()
                .filter(server -> server.keyElsewhereProperty().get() != null)
                .toList();
        if (!unread.isEmpty()) {
            Thread.ofPlatform().daemon().name("keyring").start(() -> ask(unread, keyStore, found));
        }
    }

    /** One after the other: once the keyring is unlocked, or the user does not want to, nothing more is asked. */
    private static void ask(List<ServerSettings> unread, KeyStore keyStore, Consumer<ServerSettings> found) {
        try {
            for (ServerSettings server : unread) {
                keyStore.find(server.address(), true)
                        .ifPresent(key -> Platform.runLater(() -> take(server, key, found)));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Keys could not be read, and are asked for again at the next start:"
                    + " {0}", e.getMessage());
        }
    }

    private static void take(ServerSettings server, String key, Consumer<ServerSettings> found) {
        if (server.keyElsewhereProperty().get() != null && server.keyProperty().get() == null) {
            server.keyElsewhereProperty().set(null);
            server.keyProperty().set(key);
            found.accept(server);
        }
    }
}
