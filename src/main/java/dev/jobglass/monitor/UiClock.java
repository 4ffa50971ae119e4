package dev.jobglass.monitor;

import java.time.Instant;
import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/** The time of day, once a second. What ticks on the screen listens to it. */
public final class UiClock {
    private final ReadOnlyObjectWrapper<Instant> time;
    private final Timeline seconds;

    /**
     * Begins to tick.
     *
     * @param clock tells the time
     */
    public UiClock(InstantSource clock) {
        time = new ReadOnlyObjectWrapper<>(this, "time", clock.instant());
        seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> time.set(clock.instant())));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
    }

    /** {@return the time of the last tick} */
    public Instant get() {
        return time.get();
    }

    /** {@return the time, changing once a second} */
    public ReadOnlyObjectProperty<Instant> timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Ticks no more. */
    public void stop() {
        seconds.stop();
    }
}
