package dev.jobglass.settings;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps servers' secrets apart from the settings' file, such as in the keyring of the user's desktop. One is found by
 * the whole address it was kept for, and by no other. Blocks; not for the JavaFX thread.
 */
public interface KeyStore {
    /** {@return whether it can keep keys at present} */
    boolean there();

    /**
     * {@return a secret, or nothing when none is kept}
     *
     * @param name which
     * @param ask whether the user may be asked to unlock it, which can take minutes
     * @throws IOException when it cannot be read, such as because it is locked
     */
    Optional<String> find(SecretName name, boolean ask) throws IOException;

    /**
     * Keeps a secret in the place of another; asks the user nothing.
     *
     * @param name which
     * @param secret it
     * @throws IOException when it cannot be kept
     */
    void keep(SecretName name, String secret) throws IOException;

    /**
     * Keeps a secret no longer.
     *
     * @param name which
     * @throws IOException when that cannot be done
     */
    void forget(SecretName name) throws IOException;

    /** {@return one that keeps none, so that all stay in the file} */
    static KeyStore none() {
        return new KeyStore() {
            @Override
            public boolean there() {
                return false;
            }

            @Override
            public Optional<String> find(SecretName name, boolean ask) throws IOException {
                throw new IOException("there is no keyring");
            }

            @Override
            public void keep(SecretName name, String secret) throws IOException {
                throw new IOException("there is no keyring");
            }

            @Override
            public void forget(SecretName name) {
                // There is none.
            }
        };
    }
}
