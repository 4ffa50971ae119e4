package dev.jobglass.desktop;

import java.io.IOException;
import java.util.Optional;

/**
 * Where the desktop keeps its user's secrets, encrypted, and unlocked when they log in. Each call blocks until it is
 * answered. Any thread but JavaFX's.
 */
public interface Keyring {
    /** It is locked, and was not to be unlocked, or the user did not want to. */
    final class Locked extends IOException {
        private static final long serialVersionUID = 1;

        Locked() {
            super("the keyring is locked");
        }
    }

    /** {@return whether there is one that takes secrets at present, for it is not locked} */
    boolean there();

    /**
     * {@return the secret that is kept for a server, or nothing when none is}
     *
     * @param server its address
     * @param ask whether the user is asked to unlock the keyring when it is locked
     * @throws Locked when it is locked still
     * @throws IOException when there is no keyring
     */
    Optional<String> find(String server, boolean ask) throws IOException;

    /**
     * Keeps a secret for a server, in the place of another; the user is not asked for anything.
     *
     * @param server its address
     * @param label what keyrings call it when they are shown
     * @param secret it
     * @throws Locked when the keyring is locked
     * @throws IOException when there is none, or it does not take this one
     */
    void keep(String server, String label, String secret) throws IOException;

    /**
     * Forgets the secret of a server, if there is one that can be read.
     *
     * @param server its address
     * @throws IOException when there is no keyring
     */
    void forget(String server) throws IOException;

    /**
     * {@return that of a desktop}
     *
     * @param osName as in the system property {@code os.name}
     * @param bus by which Linux desktops are spoken to
     * @param owner tells these secrets from others of the same servers, such as by the folder of the settings
     */
    static Keyring of(String osName, MessageBus bus, String owner) {
        return switch (OperatingSystem.of(osName)) {
            case WINDOWS -> new CredentialManagerKeyring(new NativeCredentials(), owner);
            case MAC -> new KeychainKeyring(new NativeKeychain(), owner);
            case OTHER -> new SecretServiceKeyring(bus, owner);
        };
    }
}
