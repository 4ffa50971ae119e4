package dev.jobglass.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.jobglass.api.ServerAddress;
import java.util.Optional;

/**
 * Tells secrets apart: whose it is, and what it is for.
 *
 * @param server whose
 * @param kind what for
 */
public record SecretName(ServerAddress server, Kind kind) {
    private static final System.Logger LOG = System.getLogger(SecretName.class.getName());

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

    /** {@return what stands in the settings' file for a secret kept elsewhere; nothing when it is of no use} */
    Optional<JsonNode> inFile(String secret) {
        try {
            return Optional.of(kind == Kind.KEY ? TextNode.valueOf(secret) : new JsonMapper().readTree(secret));
        } catch (JsonProcessingException _) { // which quotes it
            LOG.log(System.Logger.Level.WARNING, "What the keyring has for {0} is of no use", this);
            return Optional.empty();
        }
    }
}
