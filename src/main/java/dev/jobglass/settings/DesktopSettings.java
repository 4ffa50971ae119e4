package dev.jobglass.settings;

import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;

/** How the program behaves on the user's desktop, beside its windows. JavaFX thread only. */
public final class DesktopSettings extends SettingsGroup {
    private final ObjectProperty<Boolean> statusIcon = flag("statusIcon", true);
    private final ObjectProperty<WhenClosed> whenClosed = choice("whenClosed", WhenClosed.class, WhenClosed.ASK);
    private final ObjectProperty<Boolean> toldThatItWatches = flag("toldThatItWatches", false);
    private final ObjectProperty<Boolean> keepAwake = flag("keepAwake", true);
    private final ObjectProperty<String> awakeFrom = text("awakeFrom", "", TimeOfDay::usableOrEmpty);
    private final ObjectProperty<String> awakeTo = text("awakeTo", "", TimeOfDay::usableOrEmpty);

    DesktopSettings() {
    }

    /** {@return whether the panel shows an icon, where there is a panel} */
    public ObjectProperty<Boolean> statusIconProperty() {
        return statusIcon;
    }

    /** {@return what becomes of the program when its window is closed} */
    public ObjectProperty<WhenClosed> whenClosedProperty() {
        return whenClosed;
    }

    /** {@return whether the user was told once that it goes on watching without a window} */
    public ObjectProperty<Boolean> toldThatItWatchesProperty() {
        return toldThatItWatches;
    }

    /** {@return whether the screen stays awake while it shows the watch screen} */
    public ObjectProperty<Boolean> keepAwakeProperty() {
        return keepAwake;
    }

    /** {@return from when on, such as {@code 07:00}, or empty for all day} */
    public ObjectProperty<String> awakeFromProperty() {
        return awakeFrom;
    }

    /** {@return until when, or empty for all day} */
    public ObjectProperty<String> awakeToProperty() {
        return awakeTo;
    }

    /**
     * {@return whether the watch screen is to keep its screen awake}
     *
     * @param now when
     * @param zone the user's
     */
    public boolean awakeAt(Instant now, ZoneId zone) {
        boolean allDay = !TimeOfDay.isRange(awakeFrom.get(), awakeTo.get());
        return keepAwake.get() && (allDay || TimeOfDay.within(awakeFrom.get(), awakeTo.get(), now, zone));
    }
}
