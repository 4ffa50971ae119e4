package dev.jobglass.settings;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Settings whose secrets are kept in a keyring that a test can lock. */
abstract class KeysApartFixture {
    static final ServerAddress A = Servers.address("a");
    static final ServerAddress B = Servers.address("b");

    @TempDir
    Path folder;
    final Ring ring = new Ring();

    static final class Ring implements KeyStore {
        final Map<SecretName, String> kept = new ConcurrentHashMap<>();
        volatile boolean there = true;
        volatile boolean locked;
        volatile boolean forgetful;
        volatile int tries;
        volatile int finds;

        @Override
        public boolean there() {
            return there;
        }

        @Override
        public Optional<String> find(SecretName name, boolean ask) throws IOException {
            finds++;
            if (!there || locked && !ask) {
                throw new IOException("locked");
            }
            return Optional.ofNullable(forgetful ? null : kept.get(name));
        }

        @Override
        public void keep(SecretName name, String secret) throws IOException {
            tries++;
            if (!there || locked) {
                throw new IOException("locked");
            }
            kept.put(name, secret);
        }

        @Override
        public void forget(SecretName name) throws IOException {
            if (!there || locked) {
                throw new IOException("locked");
            }
            kept.remove(name);
        }
    }

    SettingsFile open() {
        return new SettingsFile(folder, ring, Duration.ofMillis(300));
    }

    String text() throws IOException {
        return Files.readString(folder.resolve("settings.json"));
    }

    void change(Consumer<Settings> change) throws Exception {
        try (SettingsFile file = open()) {
            Fx.run(() -> change.accept(file.settings()));
        }
    }
}
