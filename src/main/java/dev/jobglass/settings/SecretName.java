package dev.jobglass.settings;

import dev.jobglass.api.ServerAddress;

/**
 * Tells secrets apart: whose it is, and what it is for.
 *
 * @param server whose
 * @param kind what for
 */
public record SecretName(ServerAddress server, Kind kind) {
    /** What secrets of a server are for. */
    public enum Kind {
        /** The API key. */
        KEY("key", "keyring"),
        /** What lets requests through on their way there. */
        ACCESS("access", "accessKeyring");

        private final String field;
        private final String elsewhere;

        Kind(String field, String elsewhere) {
            this.field = field;
            this.elsewhere = elsewhere;
        }

        /** {@return what it is called in the settings' file} */
        String field() {
            return field;
        }

        /** {@return what says there that it is kept elsewhere} */
        String elsewhere() {
            return elsewhere;
        }
    }
}
