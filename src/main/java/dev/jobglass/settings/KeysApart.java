package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.ServerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes secrets out of the settings' file into where they are kept apart, and puts them in again when it is read. One
 * that cannot be kept apart stays in the file; one that cannot be read stays where it is. For one thread.
 */
final class KeysApart {
    private static final System.Logger LOG = System.getLogger(KeysApart.class.getName());

    private final KeyStore store;
    /** What is known to be kept there. */
    private final Map<SecretName, String> kept = new HashMap<>();
    /** Whether it has refused: what is asked of one that hangs would hold up the settings each time. */
    private boolean refused;

    KeysApart(KeyStore store) {
        this.store = store;
    }

    /** A place in the file for a secret of a server. */
    private record Entry(SecretName name, ObjectNode server) {
        boolean here() {
            return server.has(name.kind().field());
        }

        boolean elsewhere() {
            return server.path(name.kind().elsewhere()).booleanValue();
        }

        /** What it says is kept as text; what is more than that, as JSON. */
        String secret() {
            JsonNode secret = server.path(name.kind().field());
            return secret.isTextual() ? secret.textValue() : secret.toString();
        }

        void put(String secret) {
            name.inFile(secret).ifPresent(value -> {
                server.set(name.kind().field(), value);
                server.remove(name.kind().elsewhere());
            });
        }

        void moved() {
            server.put(name.kind().elsewhere(), true).remove(name.kind().field());
        }
    }

    private static List<Entry> entries(JsonNode file) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode one : file.path("servers")) {
            ServerAddress address = SettingsGroup.address(one.path("url"));
            if (address != null && one instanceof ObjectNode server) {
                for (SecretName.Kind kind : SecretName.Kind.values()) {
                    entries.add(new Entry(new SecretName(address, kind), server));
                }
            }
        }
        return entries;
    }

    /**
     * Puts in what is kept elsewhere, as it is there now: another window may have changed it. What cannot be read is
     * left as it is; after the first of that kind no more is asked, for each may take a while.
     */
    void fill(JsonNode file) {
        boolean silent = false;
        for (Entry entry : entries(file)) {
            if (entry.elsewhere() && !entry.here()) {
                String secret = kept.get(entry.name()); // for one that was locked since
                try {
                    secret = silent ? secret : store.find(entry.name(), false).orElse(null);
                } catch (IOException e) {
                    silent = true;
                    LOG.log(System.Logger.Level.INFO, "{0}, and maybe others, cannot be read now: {1}",
                            entry.name(), e.getMessage());
                }
                if (secret != null) {
                    kept.put(entry.name(), secret);
                    entry.put(secret);
                }
            }
        }
    }

    /** {@return whether there is a secret in it that may be kept elsewhere} */
    boolean hasKeys(JsonNode file) {
        return entries(file).stream()
                .anyMatch(entry -> entry.here() && !entry.secret().equals(kept.get(entry.name())));
    }

    /** Has kept elsewhere what can be: {@return the rest} */
    ObjectNode apart(JsonNode whole) {
        ObjectNode file = whole.deepCopy();
        for (Entry entry : entries(file)) {
            if (entry.here()) {
                entry.server().remove(entry.name().kind().elsewhere());
                if (kept(entry.name(), entry.secret())) {
                    entry.moved();
                }
            }
        }
        return file;
    }

    /** Has forgotten elsewhere what is in the file no more, which was written before. */
    void forgetOthers(JsonNode file) {
        Set<SecretName> gone = new HashSet<>(kept.keySet());
        for (Entry entry : entries(file)) {
            if (entry.here() || entry.elsewhere()) {
                gone.remove(entry.name());
            }
        }
        gone.forEach(name -> forget(name, kept.remove(name)));
    }

    private boolean kept(SecretName name, String secret) {
        if (secret.equals(kept.get(name))) {
            return true;
        }
        if (refused) {
            return false;
        }
        try {
            store.keep(name, secret);
            // Only what can be read again may leave the file.
            if (!store.find(name, false).filter(secret::equals).isPresent()) {
                return false;
            }
            kept.put(name, secret);
            return true;
        } catch (IOException e) {
            refused = true;
            LOG.log(System.Logger.Level.DEBUG, "{0} stays in the file: {1}", name, e.getMessage());
            return false;
        }
    }

    /** Unless another window has put another one there. */
    private void forget(SecretName name, String secret) {
        try {
            if (store.find(name, false).filter(secret::equals).isPresent()) {
                store.forget(name);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "{0} may still be in the keyring: {1}", name, e.getMessage());
        }
    }
}
