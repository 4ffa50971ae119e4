package dev.jobglass.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
                .filter(ServerSettings::unread)
                .toList();
        if (!unread.isEmpty()) {
            Thread.ofPlatform().daemon().name("keyring").start(() -> ask(unread, keyStore, found));
        }
    }

    /** One after the other: once the keyring is unlocked, or the user does not want to, nothing more is asked. */
    private static void ask(List<ServerSettings> unread, KeyStore keyStore, Consumer<ServerSettings> found) {
        try {
            for (ServerSettings server : unread) {
                SecretName accessName = new SecretName(server.address(), SecretName.Kind.ACCESS);
                Optional<String> key = keyStore.find(new SecretName(server.address(), SecretName.Kind.KEY), true);
                Optional<AccessSecrets> access = keyStore.find(accessName, true).flatMap(accessName::inFile)
                        .map(AccessSecrets::read);
                Platform.runLater(() -> {
                    boolean news = key.filter(text -> takeKey(server, text)).isPresent()
                            | access.filter(some -> takeAccess(server, some)).isPresent();
                    if (news) {
                        found.accept(server);
                    }
                });
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Keys could not be read, and are asked for again at the next start:"
                    + " {0}", e.getMessage());
        }
    }

    private static boolean takeKey(ServerSettings server, String key) {
        boolean wanted = server.keyElsewhereProperty().get() != null && server.keyProperty().get() == null;
        if (wanted) {
            server.keyElsewhereProperty().set(null);
            server.keyProperty().set(key);
        }
        return wanted;
    }

    private static boolean takeAccess(ServerSettings server, AccessSecrets access) {
        boolean wanted = server.secretsElsewhereProperty().get() != null
                && server.secretsProperty().get().equals(AccessSecrets.NONE);
        if (wanted) {
            server.secretsElsewhereProperty().set(null);
            server.secretsProperty().set(access);
        }
        return wanted;
    }
}
