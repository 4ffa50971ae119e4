package dev.jobglass.desktop;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.NotConnected;

/**
 * A connection to a message bus (D-Bus), by which programs of a Linux desktop speak to each other. Opened in the
 * background when it is needed first, for that costs the start a tenth of a second; there need not be one. Any thread.
 */
public final class MessageBus implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(MessageBus.class.getName());

    /** What the library logs by complains on the terminal when two of it begin at once. */
    private static final Object ONE_BY_ONE = new Object();

    private final String address;
    private final CompletableFuture<DBusConnection> connection = new CompletableFuture<>();
    private boolean opened;

    private MessageBus(String address) {
        this.address = address;
    }

    /**
     * {@return the user's own}
     *
     * @param environment of this process
     */
    public static MessageBus ofSession(Map<String, String> environment) {
        String folder = environment.get("XDG_RUNTIME_DIR");
        return open(environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS",
                folder == null ? null : "unix:path=" + folder + "/bus"));
    }

    /**
     * {@return the machine's}
     *
     * @param environment of this process
     */
    public static MessageBus ofSystem(Map<String, String> environment) {
        return open(environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/dbus/system_bus_socket"));
    }

    /**
     * {@return one that is opened when it is needed}
     *
     * @param address of the bus, or null when there is none
     */
    public static MessageBus open(String address) {
        return new MessageBus(address);
    }

    private static void connect(String address, CompletableFuture<DBusConnection> opened) {
        try {
            DBusConnection connection = connected(address);
            if (!opened.complete(connection)) {
                connection.disconnect(); // closed meanwhile
            }
        } catch (DBusException | RuntimeException e) { // of an address that is none
            LOG.log(System.Logger.Level.INFO, "No message bus at {0}: {1}", address, e.toString());
            opened.completeExceptionally(e);
        }
    }

    private static DBusConnection connected(String address) throws DBusException {
        synchronized (ONE_BY_ONE) {
            return DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .receivingThreadConfig()
                    .withSignalThreadCount(1) // several would mix up what was chosen and that it is closed then
                    .connectionConfig()
                    .build();
        }
    }

    /** {@return the connection, once it is there; it fails when there is none} */
    synchronized CompletableFuture<DBusConnection> connection() {
        if (!opened && !connection.isDone()) {
            opened = true;
            if (address == null || address.isEmpty()) {
                connection.completeExceptionally(new IOException("no message bus"));
            } else {
                Thread.ofPlatform().daemon().name("message-bus").start(() -> connect(address, connection));
            }
        }
        return connection;
    }

    /**
     * {@return whether an error of one of the connection's own threads says only that it was closed while something
     * came}
     *
     * @param error that nobody caught
     */
    public static boolean closedMeanwhile(Throwable error) {
        return error instanceof NotConnected;
    }

    /** {@return whether there is a connection just now; there is none any more when the bus has ended} */
    boolean connected() {
        return connection.isDone() && !connection.isCompletedExceptionally() && connection.join().isConnected();
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
            LOG.log(System.Logger.Level.DEBUG, "The message bus is gone already", e);
        }
    }
}
