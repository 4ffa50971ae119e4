package dev.jobglass.notifications;

import dev.jobglass.text.Messages;
import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/** A note in the corner of the window that goes by itself. JavaFX thread only. */
public final class ToastChannel implements Channel {
    private static final Duration SHOWN = Duration.seconds(8);
    private static final int AT_ONCE = 4;

    private final Window window;

    /**
     * Shows nothing yet.
     *
     * @param window in whose corner
     */
    public ToastChannel(Window window) {
        this.window = window;
    }

    @Override
    public void tell(Notification announcement) {
        Notifications.create().owner(window).position(Pos.BOTTOM_RIGHT).title(announcement.title())
                .text(announcement.text()).hideAfter(SHOWN)
                .threshold(AT_ONCE, Notifications.create().title(Messages.of("notifications.many"))).show();
    }
}
