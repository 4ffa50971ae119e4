package dev.jobglass.app;

import dev.jobglass.desktop.Keyring;
import dev.jobglass.desktop.MessageBus;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.SecretName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps keys in the keyring of the user's desktop. */
final class KeyringKeys implements KeyStore {
    private final Keyring keyring;

    /** Those of the settings in a folder: others may have other keys for the same servers. */
    KeyringKeys(MessageBus bus, Path folder) {
        this.keyring = Keyring.of(System.getProperty("os.name"), bus,
                folder.toAbsolutePath().normalize().toString());
    }

    /** An address has no blank in it. */
    private static String place(SecretName name) {
        return name.kind() == SecretName.Kind.KEY ? name.server().toString() : name.server() + " access";
    }

    @Override
    public boolean there() {
        return keyring.there();
    }

    @Override
    public Optional<String> find(SecretName name, boolean ask) throws IOException {
        return keyring.find(place(name), ask);
    }

    @Override
    public void keep(SecretName name, String secret) throws IOException {
        keyring.keep(place(name), "Jobglass: " + name.server().label(), secret);
    }

    @Override
    public void forget(SecretName name) throws IOException {
        keyring.forget(place(name));
    }
}
