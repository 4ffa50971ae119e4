package dev.jobglass.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;

/** Darkens the screen when nobody does anything, and is asked not to; of most Linux desktops. */
@DBusInterfaceName(ScreenSaver.NAME)
public interface ScreenSaver extends DBusInterface {
    /** Its interface, and its name on the bus. */
    String NAME = "org.freedesktop.ScreenSaver";
    /** Where it is to be found there. */
    String PATH = "/org/freedesktop/ScreenSaver";

    /**
     * Asks for light from now on.
     *
     * @param program who asks
     * @param reason why
     * @return a number to take that back with; the end of the connection does so too
     */
    @DBusMemberName("Inhibit")
    UInt32 inhibit(String program, String reason);

    /**
     * Takes it back.
     *
     * @param cookie the number
     */
    @DBusMemberName("UnInhibit")
    void release(UInt32 cookie);
}
