package dev.jobglass.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/** The session manager of GNOME and its kin, which darkens the screen there. */
@DBusInterfaceName(GnomeSession.NAME)
public interface GnomeSession extends DBusInterface {
    /** Its interface, and its name on the bus. */
    String NAME = "org.gnome.SessionManager";
    /** Where it is to be found there. */
    String PATH = "/org/gnome/SessionManager";
    /** That the session is not to be taken for idle. */
    int IDLE = 8;

    /**
     * Asks for something not to happen from now on.
     *
     * @param program who asks
     * @param window the number of a window, or 0
     * @param reason why
     * @param flags what
     * @return a number to take that back with; the end of the connection does so too
     */
    @DBusMemberName("Inhibit")
    UInt32 inhibit(String program, UInt32 window, String reason, UInt32 flags);

    /**
     * Takes it back.
     *
     * @param cookie the number
     */
    @DBusMemberName("Uninhibit")
    void release(UInt32 cookie);
}
