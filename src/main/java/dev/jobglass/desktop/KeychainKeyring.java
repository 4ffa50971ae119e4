package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The keyring of macOS, its keychain. */
final class KeychainKeyring implements Keyring {
    /** Of {@code SecBase.h}. */
    static final int NOT_FOUND = -25300;
    static final int NOT_WITHOUT_THE_USER = -25308;
    static final int REFUSED = -25293;
    static final int CANCELLED = -128;

    private final Keychain keychain;
    private final String owner;

    /** What macOS offers, by its status codes: 0 when all went well. */
    interface Keychain {
        /**
         * What was found.
         *
         * @param status 0, or why nothing was
         * @param secret only when that is 0
         */
        record Found(int status, byte[] secret) {
        }

        /** {@return whether the user's keychain is unlocked} */
        boolean unlocked() throws IOException;

        /** Finds a secret; {@code ask} whether the user may be asked meanwhile. */
        Found find(String service, String account, boolean ask) throws IOException;

        /** Adds a secret, or puts it in the place of another; asks nobody. */
        int put(String service, String account, byte[] secret) throws IOException;

        /** Deletes a secret; asks nobody. */
        int delete(String service, String account) throws IOException;
    }

    /**
     * Asks nothing yet.
     *
     * @param keychain macOS' own
     * @param owner tells these secrets from others of the same servers
     */
    KeychainKeyring(Keychain keychain, String owner) {
        this.keychain = keychain;
        this.owner = owner;
    }

    private String service() {
        return "Jobglass " + owner;
    }

    @Override
    public boolean there() {
        try {
            return keychain.unlocked();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Optional<String> find(String server, boolean ask) throws IOException {
        Keychain.Found found = keychain.find(service(), server, ask);
        if (found.status() == NOT_FOUND) {
            return Optional.empty();
        }
        check(found.status());
        return Optional.of(new String(found.secret(), StandardCharsets.UTF_8));
    }

    @Override
    public void keep(String server, String label, String secret) throws IOException {
        check(keychain.put(service(), server, secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void forget(String server) throws IOException {
        int status = keychain.delete(service(), server);
        if (status != NOT_FOUND) {
            check(status);
        }
    }

    private static void check(int status) throws IOException {
        switch (status) {
            case 0 -> {
                // Done.
            }
            case NOT_WITHOUT_THE_USER, REFUSED, CANCELLED -> throw new Locked();
            default -> throw new IOException("the keychain does not do it: status " + status);
        }
    }
}
