package dev.jobglass.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** What panels ask an icon, and are told by it; of the specification StatusNotifierItem. */
@DBusInterfaceName(StatusNotifierItem.NAME)
public interface StatusNotifierItem extends DBusInterface {
    /** Of the interface. */
    String NAME = "org.kde.StatusNotifierItem";
    /** Where it is to be found. */
    String PATH = "/StatusNotifierItem";

    /**
     * The user has clicked it.
     *
     * @param x where on the screen
     * @param y where on the screen
     */
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /**
     * The user has clicked it with the middle button.
     *
     * @param x where on the screen
     * @param y where on the screen
     */
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /**
     * The user wants its menu; only of panels that do not show it themselves.
     *
     * @param x where on the screen
     * @param y where on the screen
     */
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    /**
     * The user has turned the wheel over it.
     *
     * @param delta how far
     * @param orientation horizontal or vertical
     */
    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /** It looks otherwise. */
    final class NewIcon extends DBusSignal {
        /**
         * Made here.
         *
         * @param path of the icon
         * @throws DBusException when that is none
         */
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** It looks otherwise while it wants to be seen. */
    final class NewAttentionIcon extends DBusSignal {
        /**
         * Made here.
         *
         * @param path of the icon
         * @throws DBusException when that is none
         */
        public NewAttentionIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** It says something else. */
    final class NewToolTip extends DBusSignal {
        /**
         * Made here.
         *
         * @param path of the icon
         * @throws DBusException when that is none
         */
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }

    /** It is called otherwise. */
    final class NewTitle extends DBusSignal {
        /**
         * Made here.
         *
         * @param path of the icon
         * @throws DBusException when that is none
         */
        public NewTitle(String path) throws DBusException {
            super(path);
        }
    }

    /** It wants to be seen, or no longer. */
    final class NewStatus extends DBusSignal {
        /**
         * Made here.
         *
         * @param path of the icon
         * @param status {@code Active} or {@code NeedsAttention}
         * @throws DBusException when the path is none
         */
        public NewStatus(String path, String status) throws DBusException {
            super(path, status);
        }
    }
}
