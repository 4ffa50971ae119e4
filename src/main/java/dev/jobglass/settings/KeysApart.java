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
 * Takes keys out of the settings' file into where they are kept apart, and puts them in again when it is read. A key
 * that cannot be kept apart stays in the file; one that cannot be read stays where it is. For one thread.
 */
final class KeysApart {
    /** In the file: the server's key is kept elsewhere. */
    static final String ELSEWHERE = "keyring";
    private static final String KEY = "key";
    private static final System.Logger LOG = System.getLogger(KeysApart.class.getName());

    private final KeyStore store;
    /** What is known to be kept there. */
    private final Map<ServerAddress, String> kept = new HashMap<>();
    /** Whether it has refused: what is asked of one that hangs would hold up the settings each time. */
    private boolean refused;

    KeysApart(KeyStore store) {
        this.store = store;
    }

    /** A server in the file. */
    private record Entry(ServerAddress address, ObjectNode server) {
    }

    private static List<Entry> entries(JsonNode file) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode one : file.path("servers")) {
            ServerAddress address = SettingsGroup.address(one.path("url"));
            if (address != null && one instanceof ObjectNode server) {
                entries.add(new Entry(address, server));
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
            if (entry.server().path(ELSEWHERE).booleanValue() && !entry.server().has(KEY)) {
                String key = kept.get(entry.address()); // for one that was locked since
                try {
                    key = silent ? key : store.find(entry.address(), false).orElse(null);
                } catch (IOException e) {
                    silent = true;
                    LOG.log(System.Logger.Level.INFO, "The key of {0}, and maybe others, cannot be read now: {1}",
                            entry.address(), e.getMessage());
                }
                if (key != null) {
                    kept.put(entry.address(), key);
                    entry.server().put(KEY, key).remove(ELSEWHERE);
                }
            }
        }
    }

    /** {@return whether there is a key in it that may be kept elsewhere} */
    boolean hasKeys(JsonNode file) {
        return entries(file).stream().anyMatch(entry -> entry.server().has(KEY)
                && !entry.server().path(KEY).asText().equals(kept.get(entry.address())));
    }

    /** Has kept elsewhere what can be: {@return the rest} */
    ObjectNode apart(JsonNode whole) {
        ObjectNode file = whole.deepCopy();
        for (Entry entry : entries(file)) {
            if (entry.server().has(KEY)) {
                entry.server().remove(ELSEWHERE);
                if (kept(entry.address(), entry.server().path(KEY).asText())) {
                    entry.server().put(ELSEWHERE, true).remove(KEY);
                }
            }
        }
        return file;
    }

    /** Has forgotten elsewhere what is in the file no more, which was written before. */
    void forgetOthers(JsonNode file) {
        Set<ServerAddress> gone = new HashSet<>(kept.keySet());
        entries(file).forEach(entry -> gone.remove(entry.address()));
        gone.forEach(address -> forget(address, kept.remove(address)));
    }

    private boolean kept(ServerAddress address, String key) {
        if (key.equals(kept.get(address))) {
            return true;
        }
        if (refused) {
            return false;
        }
        try {
            store.keep(address, key);
            // Only what can be read again may leave the file.
            if (!store.find(address, false).filter(key::equals).isPresent()) {
                return false;
            }
            kept.put(address, key);
            return true;
        } catch (IOException e) {
            refused = true;
            LOG.log(System.Logger.Level.DEBUG, "The key of {0} stays in the file: {1}", address, e.getMessage());
            return false;
        }
    }

    /** Unless another window has put another one there. */
    private void forget(ServerAddress address, String key) {
        try {
            if (store.find(address, false).filter(key::equals).isPresent()) {
                store.forget(address);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "The key of {0} may still be in the keyring: {1}", address,
                    e.getMessage());
        }
    }
}
