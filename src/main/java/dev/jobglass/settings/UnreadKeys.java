package dev.jobglass.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Asks for the keys that could not be read at the start, such as because the keyring was locked. JavaFX thread only.
 */
public final class UnreadKeys {
    private static final System.Logger LOG = System.getLogger(UnreadKeys.class.getName());

    private final Settings settings;
    private final KeyStore keyStore;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");

    /**
     * Asks nothing yet.
     *
     * @param settings whose servers lack keys
     * @param keyStore has them
     */
    public UnreadKeys(Settings settings, KeyStore keyStore) {
        this.settings = settings;
        this.keyStore = keyStore;
    }

    /**
     * Asks in the background, unless it is asking. To be called once the windows are open, for the desktop may ask the
     * user.
     *
     * @param found takes each server whose key was found then, on the JavaFX thread
     */
    public void ask(Consumer<ServerSettings> found) {
        List<ServerSettings> unread = settings.servers().stream()
                .filter(ServerSettings::unread)
                .toList();
        if (!unread.isEmpty() && !asking.get()) {
            asking.set(true);
            Thread.ofPlatform().daemon().name("keyring").start(() -> {
                try {
                    ask(unread, found);
                } finally {
                    Platform.runLater(() -> asking.set(false));
                }
            });
        }
    }

    /** {@return whether it is asking, as while the desktop asks the user} */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** One after the other: once the keyring is unlocked, or the user does not want to, nothing more is asked. */
    private void ask(List<ServerSettings> unread, Consumer<ServerSettings> found) {
        try {
            for (ServerSettings server : unread) {
                SecretName accessName = new SecretName(server.address(), SecretName.Kind.ACCESS);
                Optional<String> key = keyStore.find(new SecretName(server.address(), SecretName.Kind.KEY), true);
                Optional<AccessSecrets> access = keyStore.find(accessName, true).flatMap(accessName::inFile)
                        .map(AccessSecrets::read);
                Platform.runLater(() -> {
                    settings.keysApartProperty().set(true); // it is unlocked now
                    boolean news = key.filter(text -> takeKey(server, text)).isPresent()
                            | access.filter(some -> takeAccess(server, some)).isPresent();
                    if (news) {
                        found.accept(server);
                    }
                });
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Keys could not be read; the banner offers to ask again: {0}",
                    e.getMessage());
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
