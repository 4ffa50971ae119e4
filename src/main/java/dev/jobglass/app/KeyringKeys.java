package dev.jobglass.app;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.desktop.Keyring;
import dev.jobglass.desktop.MessageBus;
import dev.jobglass.settings.KeyStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps keys in the keyring of the user's desktop. */
final class KeyringKeys implements KeyStore {
    private final Keyring keyring;

    /** Those of the settings in a folder: others may have other keys for the same servers. */
    KeyringKeys(MessageBus bus, Path folder) {
        this.keyring = new Keyring(bus, folder.toAbsolutePath().normalize().toString());
    }

    @Override
    public boolean there() {
        return keyring.there();
    }

    @Override
    public Optional<String> find(ServerAddress server, boolean ask) throws IOException {
        return keyring.find(server.toString(), ask);
    }

    @Override
    public void keep(ServerAddress server, String key) throws IOException {
        keyring.keep(server.toString(), "Jobglass: " + server.label(), key);
    }

    @Override
    public void forget(ServerAddress server) throws IOException {
        keyring.forget(server.toString());
    }
}
