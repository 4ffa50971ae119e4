package dev.jobglass.desktop;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The way of programs in a sandbox to ask the desktop for light. */
@DBusInterfaceName("org.freedesktop.portal.Inhibit")
public interface InhibitPortal extends DBusInterface {
    /** Its name on the bus. */
    String SERVICE = "org.freedesktop.portal.Desktop";
    /** Where it is to be found there. */
    String PATH = "/org/freedesktop/portal/desktop";
    /** That the session is not to be taken for idle. */
    int IDLE = 8;

    /**
     * Asks for something not to happen from now on.
     *
     * @param window of the program, or empty
     * @param flags what
     * @param options why, for instance
     * @return what takes it back
     */
    @DBusMemberName("Inhibit")
    DBusPath inhibit(String window, UInt32 flags, Map<String, Variant<?>> options);

    /** Something that was asked for. */
    @DBusInterfaceName("org.freedesktop.portal.Request")
    interface Request extends DBusInterface {
        /** Takes it back. */
        @DBusMemberName("Close")
        void close();
    }
}
