package dev.jobglass.desktop;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/**
 * The connection to the user's message bus (D-Bus), by which programs of a Linux desktop speak to each other. Opened in
 * the background; there need not be one. Any thread.
 */
public final class SessionBus implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionBus.class.getName());

    private final CompletableFuture<DBusConnection> connection;

    private SessionBus(CompletableFuture<DBusConnection> connection) {
        this.connection = connection;
    }

    /**
     * {@return one that is being opened}
     *
     * @param address as in the variable {@code DBUS_SESSION_BUS_ADDRESS}, or null when there is none
     */
    public static SessionBus open(String address) {
        if (address == null || address.isEmpty()) {
            return new SessionBus(CompletableFuture.failedFuture(new IOException("no session bus")));
        }
        CompletableFuture<DBusConnection> connection = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("session-bus").start(() -> connect(address, connection));
        return new SessionBus(connection);
    }

    private static void connect(String address, CompletableFuture<DBusConnection> opened) {
        try {
            DBusConnection connection = DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .receivingThreadConfig()
                    .withSignalThreadCount(1) // several would mix up what was chosen and that it is closed then
                    .connectionConfig()
                    .build();
            if (!opened.complete(connection)) {
                connection.disconnect(); // closed meanwhile
            }
        } catch (DBusException | RuntimeException e) { // of an address that is none
            LOG.log(System.Logger.Level.INFO, "No session bus at {0}: {1}", address, e.toString());
            opened.completeExceptionally(e);
        }
    }

    /** {@return the connection, once it is there; it fails when there is none} */
    CompletableFuture<DBusConnection> connection() {
        return connection;
    }

    /** Takes leave; what was shown, and held, by this connection is so no longer. */
    @Override
    public void close() {
        if (connection.cancel(false) || connection.isCompletedExceptionally()) {
            return;
        }
        try {
            connection.join().close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The session bus is gone already", e);
        }
    }
}
