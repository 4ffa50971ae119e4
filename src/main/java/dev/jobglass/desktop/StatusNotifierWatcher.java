package dev.jobglass.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** Knows the icons of the session, for panels; of the specification StatusNotifierItem. */
@DBusInterfaceName(StatusNotifierWatcher.NAME)
public interface StatusNotifierWatcher extends DBusInterface {
    /** Its interface, and its name on the bus. */
    String NAME = "org.kde.StatusNotifierWatcher";
    /** Where it is to be found there. */
    String PATH = "/StatusNotifierWatcher";

    /**
     * Adds an icon.
     *
     * @param service its name on the bus
     */
    @DBusMemberName("RegisterStatusNotifierItem")
    void registerItem(String service);

    /** A panel is there that shows icons. */
    final class StatusNotifierHostRegistered extends DBusSignal {
        /**
         * Made by the library.
         *
         * @param path from where
         * @throws DBusException when that is none
         */
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /** The last such panel is gone. */
    final class StatusNotifierHostUnregistered extends DBusSignal {
        /**
         * Made by the library.
         *
         * @param path from where
         * @throws DBusException when that is none
         */
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
