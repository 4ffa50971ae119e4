package dev.jobglass.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Asks Linux desktops for light, in the ways they know. */
final class BusWakeLock implements WakeLock {
    private static final System.Logger LOG = System.getLogger(BusWakeLock.class.getName());
    private static final String PROGRAM = "Jobglass";
    /** The ways to ask, of which the first that is understood is taken. */
    private static final List<Way> WAYS = List.of(BusWakeLock::byScreenSaver, BusWakeLock::byGnome,
            BusWakeLock::byPortal);

    private final BusQueue queue;
    private final String reason;
    /** Of the queue's thread: what gives it back, or null while it is not held. */
    private BusQueue.Call release;
    private boolean told;

    /** A way to ask for light: returns what takes it back. */
    private interface Way {
        BusQueue.Call hold(DBusConnection bus, String reason) throws DBusException;
    }

    /**
     * Holds nothing yet.
     *
     * @param bus by which the desktop is spoken to
     * @param reason why, in the user's words; desktops show it
     */
    BusWakeLock(MessageBus bus, String reason) {
        queue = new BusQueue(bus, "wake-lock");
        this.reason = reason;
    }

    @Override
    public void hold(boolean held) {
        queue.run(bus -> {
            if (held && release == null) {
                release = hold(bus);
            } else if (!held && release != null) {
                BusQueue.Call giveBack = release;
                release = null;
                giveBack.run(bus);
            }
        });
    }

    private BusQueue.Call hold(DBusConnection bus) throws DBusException {
        for (Way way : WAYS) {
            try {
                return way.hold(bus, reason);
            } catch (DBusExecutionException e) {
                LOG.log(System.Logger.Level.DEBUG, "Not this way: {0}", e.toString());
            }
        }
        if (!told) {
            told = true; // it is tried again as long as the screen is wanted
            LOG.log(System.Logger.Level.INFO, "Nobody here keeps the screen from going dark");
        }
        return null;
    }

    private static BusQueue.Call byScreenSaver(DBusConnection bus, String reason) throws DBusException {
        ScreenSaver saver = bus.getRemoteObject(ScreenSaver.NAME, ScreenSaver.PATH, ScreenSaver.class);
        UInt32 cookie = saver.inhibit(PROGRAM, reason);
        return _ -> saver.release(cookie);
    }

    private static BusQueue.Call byGnome(DBusConnection bus, String reason) throws DBusException {
        GnomeSession session = bus.getRemoteObject(GnomeSession.NAME, GnomeSession.PATH, GnomeSession.class);
        UInt32 cookie = session.inhibit(PROGRAM, new UInt32(0), reason, new UInt32(GnomeSession.IDLE));
        return _ -> session.release(cookie);
    }

    private static BusQueue.Call byPortal(DBusConnection bus, String reason) throws DBusException {
        InhibitPortal portal = bus.getRemoteObject(InhibitPortal.SERVICE, InhibitPortal.PATH, InhibitPortal.class);
        String request = portal.inhibit("", new UInt32(InhibitPortal.IDLE), Map.of("reason", new Variant<>(reason)))
                .getPath();
        return connection -> connection
                .getRemoteObject(InhibitPortal.SERVICE, request, InhibitPortal.Request.class).close();
    }
}
