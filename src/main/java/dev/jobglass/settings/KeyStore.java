package dev.jobglass.settings;

import dev.jobglass.api.ServerAddress;
import java.io.IOException;
import java.util.Optional;

/**
 * Keeps servers' keys apart from the settings' file, such as in the keyring of the user's desktop. A key is found by
 * the whole address it was kept for, and by no other. Blocks; not for the JavaFX thread.
 */
public interface KeyStore {
    /** {@return whether it can keep keys at present} */
    boolean there();

    /**
     * {@return the key of a server, or nothing when none is kept}
     *
     * @param server which
     * @param ask whether the user may be asked to unlock it, which can take minutes
     * @throws IOException when it cannot be read, such as because it is locked
     */
    Optional<String> find(ServerAddress server, boolean ask) throws IOException;

    /**
     * Keeps a key in the place of another; asks the user nothing.
     *
     * @param server whose
     * @param key it
     * @throws IOException when it cannot be kept
     */
    void keep(ServerAddress server, String key) throws IOException;

    /**
     * Keeps the key of a server no longer.
     *
     * @param server which
     * @throws IOException when that cannot be done
     */
    void forget(ServerAddress server) throws IOException;

    /** {@return one that keeps none, so that all stay in the file} */
    static KeyStore none() {
        return new KeyStore() {
            @Override
            public boolean there() {
                return false;
            }

            @Override
            public Optional<String> find(ServerAddress server, boolean ask) throws IOException {
                throw new IOException("there is no keyring");
            }

            @Override
            public void keep(ServerAddress server, String key) throws IOException {
                throw new IOException("there is no keyring");
            }

            @Override
            public void forget(ServerAddress server) {
                // There is none.
            }
        };
    }
}
