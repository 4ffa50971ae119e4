package dev.jobglass.desktop;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/**
 * What one part of the program has to say to one service of the desktop: one call after the other, on a thread of its
 * own, so that a service that does not answer holds up nobody else. Any thread.
 */
final class BusQueue {
    private static final System.Logger LOG = System.getLogger(BusQueue.class.getName());
    private static final int IDLE_SECONDS = 5;

    /** Something to say. */
    interface Call {
        void run(DBusConnection bus) throws DBusException;
    }

    private final MessageBus bus;
    private final String service;
    private final ThreadPoolExecutor thread;

    BusQueue(MessageBus bus, String service) {
        this.bus = bus;
        this.service = service;
        thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name(service).factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /** Says it once there is a connection. */
    void run(Call call) {
        run(call, () -> LOG.log(System.Logger.Level.DEBUG, "{0} does not listen", service));
    }

    /** Says it once there is a connection; {@code otherwise} is run, on the queue's thread, when nobody listens. */
    void run(Call call, Runnable otherwise) {
        thread.execute(() -> {
            try {
                call.run(bus.connection().join());
            } catch (CompletionException | CancellationException _) {
                otherwise.run(); // there is no connection
            } catch (DBusException | DBusExecutionException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} does not take it: {1}", service, e.toString());
                otherwise.run();
            }
        });
    }
}
