package dev.jobglass.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** Tells that the machine goes to sleep and wakes; of systemd-logind. */
@DBusInterfaceName("org.freedesktop.login1.Manager")
public interface LoginManager extends DBusInterface {
    /** Where it is to be found. */
    String PATH = "/org/freedesktop/login1";

    /** The machine goes to sleep, or has woken. */
    final class PrepareForSleep extends DBusSignal {
        private final boolean sleeping;

        /**
         * Made by the library.
         *
         * @param path from where
         * @param sleeping whether it goes to sleep
         * @throws DBusException when the path is none
         */
        public PrepareForSleep(String path, boolean sleeping) throws DBusException {
            super(path, sleeping);
            this.sleeping = sleeping;
        }

        boolean sleeping() {
            return sleeping;
        }
    }
}
