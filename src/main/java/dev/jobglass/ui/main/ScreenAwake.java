package dev.jobglass.ui.main;

import dev.jobglass.desktop.WakeLock;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.settings.DesktopSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;

/** Keeps the screen awake while the watch screen is on it, in the hours that the user wants. JavaFX thread only. */
final class ScreenAwake implements AutoCloseable {
    /** The desktop may have been started after us. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final ObservableBooleanValue watchScreenShown;
    private final UiClock clock;
    private final DesktopSettings settings;
    private final WakeLock lock;
    private final Subscription followed;
    private boolean held;
    private Instant asked = Instant.MIN;

    ScreenAwake(ObservableBooleanValue watchScreenShown, UiClock clock, DesktopSettings settings, WakeLock lock) {
        this.watchScreenShown = watchScreenShown;
        this.clock = clock;
        this.settings = settings;
        this.lock = lock;
        followed = Subscription.combine(watchScreenShown.subscribe(_ -> look()), clock.timeProperty()
                .subscribe(_ -> look()));
    }

    private void look() {
        boolean wanted = watchScreenShown.get() && settings.awakeAt(clock.get(), ZoneId.systemDefault());
        if (wanted != held || wanted && !clock.get().isBefore(asked.plus(ASKED_AGAIN))) {
            held = wanted;
            asked = clock.get();
            lock.hold(wanted);
        }
    }

    @Override
    public void close() {
        followed.unsubscribe();
        if (held) {
            lock.hold(false);
        }
    }
}
