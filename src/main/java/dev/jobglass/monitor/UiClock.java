package dev.jobglass.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The time of day, once a second. What ticks on the screen listens to it. JavaFX thread only. */
public final class UiClock {
    private final ReadOnlyObjectWrapper<Instant> time;
    /** An animation would have JavaFX look at the whole scene sixty times a second. */
    private final ScheduledExecutorService seconds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock").factory());
    private final AtomicBoolean waiting = new AtomicBoolean();

    /**
     * Begins to tick.
     *
     * @param clock tells the time
     */
    public UiClock(InstantSource clock) {
        time = new ReadOnlyObjectWrapper<>(this, "time", clock.instant());
        seconds.scheduleAtFixedRate(() -> {
            // While JavaFX is busy, one tick waits, not one for each second.
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    waiting.set(false);
                    if (!seconds.isShutdown()) {
                        time.set(clock.instant());
                    }
                });
            }
        }, toFullSecond(clock.instant()), 1_000, TimeUnit.MILLISECONDS);
    }

    /** {@return the milliseconds until the next full second, 1 to 1,000} */
    static long toFullSecond(Instant now) {
        return 1_000 - now.toEpochMilli() % 1_000;
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
        seconds.shutdownNow();
    }
}
