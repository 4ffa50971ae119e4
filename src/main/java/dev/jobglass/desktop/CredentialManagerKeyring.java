package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The keyring of Windows, its Credential Manager. It is unlocked for as long as its user is logged in. */
final class CredentialManagerKeyring implements Keyring {
    /** Of {@code wincred.h}: {@code CRED_MAX_CREDENTIAL_BLOB_SIZE}. */
    static final int LONGEST_SECRET = 5 * 512;
    /** Of {@code winerror.h}. */
    static final int ERROR_NOT_FOUND = 1168;

    private final Credentials credentials;
    private final String owner;

    /** What Windows offers, by its error codes: 0 when all went well. */
    interface Credentials {
        /**
         * What was found.
         *
         * @param error 0, or why nothing was
         * @param secret only without error
         */
        record Found(int error, byte[] secret) {
        }

        Found read(String target) throws IOException;

        int write(String target, String user, byte[] secret) throws IOException;

        int delete(String target) throws IOException;
    }

    /**
     * Asks nothing yet.
     *
     * @param credentials Windows' own
     * @param owner tells these secrets from others of the same servers
     */
    CredentialManagerKeyring(Credentials credentials, String owner) {
        this.credentials = credentials;
        this.owner = owner;
    }

    private String target(String server) {
        return "Jobglass:" + owner + ":" + server;
    }

    @Override
    public boolean there() {
        try {
            int error = credentials.read(target("")).error();
            return error == 0 || error == ERROR_NOT_FOUND;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Optional<String> find(String server, boolean ask) throws IOException {
        Credentials.Found found = credentials.read(target(server));
        if (found.error() == ERROR_NOT_FOUND) {
            return Optional.empty();
        }
        check(found.error());
        return Optional.of(new String(found.secret(), StandardCharsets.UTF_8));
    }

    @Override
    public void keep(String server, String label, String secret) throws IOException {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_SECRET) {
            throw new IOException("the secret is longer than Windows keeps");
        }
        check(credentials.write(target(server), label, bytes));
    }

    @Override
    public void forget(String server) throws IOException {
        int error = credentials.delete(target(server));
        if (error != ERROR_NOT_FOUND) {
            check(error);
        }
    }

    private static void check(int error) throws IOException {
        if (error != 0) {
            throw new IOException("the Credential Manager does not do it: error " + error);
        }
    }
}
