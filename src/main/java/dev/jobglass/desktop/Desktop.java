package dev.jobglass.desktop;

import java.util.Optional;

/**
 * What the desktop offers the program beside its windows; where it does not, using it does nothing.
 *
 * @param icon in its panel
 * @param wakeLock keeps the screen from going dark
 * @param notifications of Linux desktops; nothing on others
 * @param login starts the program at login; nothing where it is not installed
 */
public record Desktop(StatusIcon icon, WakeLock wakeLock, Optional<DesktopNotifications> notifications,
        Optional<LoginEntry> login) {
    /** {@return one that offers nothing} */
    public static Desktop none() {
        MessageBus bus = MessageBus.open(null);
        return new Desktop(new BusStatusIcon(bus, Runnable::run, "ltr"), _ -> {
        }, Optional.empty(),
                Optional.empty());
    }
}
