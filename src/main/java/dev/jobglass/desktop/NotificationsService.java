package dev.jobglass.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Shows notifications; of the Desktop Notifications Specification. */
@DBusInterfaceName(NotificationsService.NAME)
public interface NotificationsService extends DBusInterface {
    /** Its interface, and its name on the bus. */
    String NAME = "org.freedesktop.Notifications";
    /** Where it is to be found there. */
    String PATH = "/org/freedesktop/Notifications";

    /** {@return what it can do beyond showing text, such as {@code body-markup} and {@code actions}} */
    @DBusMemberName("GetCapabilities")
    List<String> capabilities();

    /**
     * Shows one.
     *
     * @param program whose
     * @param replaced the number of one that it takes the place of, or 0
     * @param icon its name
     * @param summary a title
     * @param body the rest
     * @param actions what the user can do: a key and a name, and so on
     * @param hints how urgent it is, for instance
     * @param milliseconds how long to show it, or -1 for the usual time
     * @return its number
     */
    @DBusMemberName("Notify")
    UInt32 show(String program, UInt32 replaced, String icon, String summary, String body, List<String> actions,
            Map<String, Variant<?>> hints, int milliseconds);

    /**
     * Takes one away.
     *
     * @param id its number
     */
    @DBusMemberName("CloseNotification")
    void close(UInt32 id);

    /** The user has chosen an action. */
    final class ActionInvoked extends DBusSignal {
        private final UInt32 id;
        private final String key;

        /**
         * Made by the library.
         *
         * @param path from where
         * @param id the notification's number
         * @param key of the action
         * @throws DBusException when the path is none
         */
        public ActionInvoked(String path, UInt32 id, String key) throws DBusException {
            super(path, id, key);
            this.id = id;
            this.key = key;
        }

        UInt32 id() {
            return id;
        }

        String key() {
            return key;
        }
    }

    /** One is shown no longer. */
    final class NotificationClosed extends DBusSignal {
        private final UInt32 id;

        /**
         * Made by the library.
         *
         * @param path from where
         * @param id the notification's number
         * @param reason why
         * @throws DBusException when the path is none
         */
        public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
            super(path, id, reason);
            this.id = id;
        }

        UInt32 id() {
            return id;
        }
    }
}
