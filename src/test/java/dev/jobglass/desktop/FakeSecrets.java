package dev.jobglass.desktop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

/** A desktop's keyring, which a test locks and unlocks. */
public final class FakeSecrets extends ReadOnlyProperties
        implements
            SecretService,
            SecretService.Collection {
    private static final DBusPath NONE = new DBusPath(NOTHING);
    private static final String PROMPT = "/org/freedesktop/secrets/prompt/p1";

    /** What is kept, by the folder of the settings and the address of the server. */
    public final Map<String, String> kept = new ConcurrentHashMap<>();
    public volatile boolean locked;
    /** What the user does when asked to unlock it. */
    public volatile boolean refused;
    public volatile int asked;
    private final DBusConnection bus;
    private final Map<String, String> paths = new LinkedHashMap<>();

    public FakeSecrets(DBusConnection bus) throws DBusException {
        this.bus = bus;
        bus.exportObject(PATH, this);
        bus.exportObject(DEFAULT_COLLECTION, this);
        bus.exportObject(PROMPT, new Question());
        bus.requestBusName(SERVICE);
    }

    private final class Question implements SecretService.Prompt {
        @Override
        public void ask(String window) {
            asked++;
            locked &= refused;
            try {
                bus.sendMessage(new Completed(PROMPT, refused, new Variant<>("")));
            } catch (DBusException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String getObjectPath() {
            return PROMPT;
        }
    }

    private final class Entry implements SecretService.Item {
        private final String server;

        Entry(String server) {
            this.server = server;
        }

        @Override
        public Secret secret(DBusPath session) {
            return new Secret(session, new byte[0], kept.get(server).getBytes(StandardCharsets.UTF_8), "text/plain");
        }

        @Override
        public DBusPath delete() {
            kept.remove(server);
            return NONE;
        }

        @Override
        public String getObjectPath() {
            return path(server);
        }
    }

    private String path(String server) {
        return paths.computeIfAbsent(server, _ -> "/org/freedesktop/secrets/collection/x/" + (paths.size() + 1));
    }

    @Override
    public Pair<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input) {
        return new Pair<>(new Variant<>(""), new DBusPath("/org/freedesktop/secrets/session/s1"));
    }

    @Override
    public synchronized Pair<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes) {
        List<DBusPath> found = new ArrayList<>();
        String server = attributes.get("settings") + " " + attributes.get("server");
        if (kept.containsKey(server) && "jobglass".equals(attributes.get("application"))) {
            found.add(new DBusPath(path(server)));
            export(server);
        }
        return locked ? new Pair<>(List.of(), found) : new Pair<>(found, List.of());
    }

    private void export(String server) {
        try {
            bus.exportObject(path(server), new Entry(server));
        } catch (DBusException _) {
            // It is there already.
        }
    }

    @Override
    public Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects) {
        return new Pair<>(List.of(), new DBusPath(PROMPT));
    }

    @Override
    public Pair<DBusPath, DBusPath> create(Map<String, Variant<?>> properties, Secret secret,
            boolean replace) {
        if (locked) {
            return new Pair<>(NONE, new DBusPath(PROMPT));
        }
        Map<?, ?> attributes = (Map<?, ?>) properties.get("org.freedesktop.Secret.Item.Attributes").getValue();
        String server = attributes.get("settings") + " " + attributes.get("server");
        kept.put(server, new String(secret.value, StandardCharsets.UTF_8));
        return new Pair<>(new DBusPath(path(server)), NONE);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return Map.of("Locked", new Variant<>(locked));
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
