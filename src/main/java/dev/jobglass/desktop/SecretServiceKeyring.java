package dev.jobglass.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** The keyring of Linux desktops, by their Secret Service. */
final class SecretServiceKeyring implements Keyring {
    /** A service that hangs must not keep the program from ending. */
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(1_500);
    /** For the user, who may be asked for a password. */
    private static final Duration LONGEST_ASKING = Duration.ofMinutes(5);
    private static final String COLLECTION = "org.freedesktop.Secret.Collection";

    private final MessageBus bus;
    private final String owner;

    /**
     * Asks nothing yet.
     *
     * @param bus by which it is spoken to
     * @param owner tells these secrets from others of the same servers, such as by the folder of the settings
     */
    SecretServiceKeyring(MessageBus bus, String owner) {
        this.bus = bus;
        this.owner = owner;
    }

    /** Something to do. */
    private interface Task<T> {
        T run(DBusConnection connection, SecretService service, DBusPath session) throws Exception;
    }

    /** {@return what is done only as long as somebody waits for it: later it would undo what was done since} */
    private <T> T with(Duration longest, Task<T> task) throws IOException {
        AtomicBoolean givenUp = new AtomicBoolean();
        try {
            return answer(longest, (connection, service, session) -> {
                if (givenUp.get()) {
                    throw new IOException("too late");
                }
                return task.run(connection, service, session);
            });
        } finally {
            givenUp.set(true);
        }
    }

    private <T> T answer(Duration longest, Task<T> task) throws IOException {
        FutureTask<T> answer = new FutureTask<>(() -> {
            DBusConnection connection = bus.connection().get();
            SecretService service = connection.getRemoteObject(SecretService.SERVICE, SecretService.PATH,
                    SecretService.class);
            return task.run(connection, service, service.openSession("plain", new Variant<>("")).second);
        });
        Thread.ofPlatform().daemon().name("keyring").start(answer);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Locked locked ? locked : new IOException("there is no keyring", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("the keyring does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public boolean there() {
        try {
            return with(LONGEST_ANSWER, (connection, _, _) -> Boolean.FALSE.equals(connection
                    .getRemoteObject(SecretService.SERVICE, SecretService.DEFAULT_COLLECTION, Properties.class)
                    .Get(COLLECTION, "Locked")));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Optional<String> find(String server, boolean ask) throws IOException {
        return with(ask ? LONGEST_ASKING : LONGEST_ANSWER, (connection, service, session) -> {
            Pair<List<DBusPath>, List<DBusPath>> found = service.search(attributes(server));
            if (found.first.isEmpty() && !found.second.isEmpty()) {
                if (!ask || !unlocked(connection, service, found.second)) {
                    throw new Locked();
                }
                found = service.search(attributes(server));
            }
            if (found.first.isEmpty()) {
                return Optional.empty();
            }
            SecretService.Item item = connection.getRemoteObject(SecretService.SERVICE,
                    found.first.getFirst().getPath(), SecretService.Item.class);
            return Optional.of(new String(item.secret(session).value, StandardCharsets.UTF_8));
        });
    }

    private Map<String, String> attributes(String server) {
        return Map.of("application", "jobglass", "settings", owner, "server", server);
    }

    private static boolean unlocked(DBusConnection connection, SecretService service, List<DBusPath> objects)
            throws Exception {
        return agreed(connection, service.unlock(objects).second);
    }

    /** {@return whether the user has agreed to what asks them; at once, when nothing does} */
    private static boolean agreed(DBusConnection connection, DBusPath prompt) throws Exception {
        if (prompt.getPath().equals(SecretService.NOTHING)) {
            return true;
        }
        CompletableFuture<Boolean> agreed = new CompletableFuture<>();
        try (AutoCloseable _ = connection.addSigHandler(SecretService.Prompt.Completed.class, told -> {
            if (told.getPath().equals(prompt.getPath())) {
                agreed.complete(!told.dismissed());
            }
        })) {
            connection.getRemoteObject(SecretService.SERVICE, prompt.getPath(), SecretService.Prompt.class).ask("");
            return agreed.get();
        }
    }

    @Override
    public void keep(String server, String label, String secret) throws IOException {
        with(LONGEST_ANSWER, (connection, _, session) -> {
            SecretService.Collection collection = connection.getRemoteObject(SecretService.SERVICE,
                    SecretService.DEFAULT_COLLECTION, SecretService.Collection.class);
            DBusPath asks = collection.create(
                    Map.of("org.freedesktop.Secret.Item.Label", new Variant<>(label),
                            "org.freedesktop.Secret.Item.Attributes", new Variant<>(attributes(server), "a{ss}")),
                    new SecretService.Secret(session, new byte[0], secret.getBytes(StandardCharsets.UTF_8),
                            "text/plain"),
                    true).second;
            if (!asks.getPath().equals(SecretService.NOTHING)) {
                throw new Locked();
            }
            return null;
        });
    }

    @Override
    public void forget(String server) throws IOException {
        with(LONGEST_ANSWER, (connection, service, _) -> {
            for (DBusPath item : service.search(attributes(server)).first) {
                connection.getRemoteObject(SecretService.SERVICE, item.getPath(), SecretService.Item.class).delete();
            }
            return null;
        });
    }
}
