package dev.jobglass.monitor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** The time of day, once a second. What ticks on the screen listens to it. JavaFX thread only. */
public final class UiClock {
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Instant> time;
    private Subscription ticking;

    private UiClock(InstantSource clock, Subscription ticking) {
        this.clock = clock;
        this.ticking = ticking;
        time = new ReadOnlyObjectWrapper<>(this, "time", clock.instant());
    }

    /**
     * Begins to tick.
     *
     * @param clock tells the time
     */
    public UiClock(InstantSource clock) {
        this(clock, Subscription.EMPTY);
        // An animation would have JavaFX look at the whole scene sixty times a second.
        ScheduledExecutorService seconds = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock").factory());
        AtomicBoolean waiting = new AtomicBoolean();
        ticking = seconds::shutdownNow;
        seconds.scheduleAtFixedRate(() -> {
            // While JavaFX is busy, one tick waits, not one for each second.
            if (waiting.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    waiting.set(false);
                    if (!seconds.isShutdown()) {
                        tick();
                    }
                });
            }
        }, toFullSecond(clock.instant()), 1_000, TimeUnit.MILLISECONDS);
    }

    /** {@return the milliseconds until the next full second, 1 to 1,000} */
    static long toFullSecond(Instant now) {
        return 1_000 - now.toEpochMilli() % 1_000;
    }

    /**
     * {@return one that stands still while nobody sees it, and is right again as soon as somebody does}
     *
     * @param seen whether somebody may
     */
    public UiClock whileSeen(ObservableValue<Boolean> seen) {
        UiClock shown = new UiClock(this::get, Subscription.EMPTY);
        Consumer<Object> follow = _ -> {
            if (seen.getValue()) {
                shown.tick();
            }
        };
        shown.ticking = Subscription.combine(time.subscribe(follow), seen.subscribe(follow));
        return shown;
    }

    /** Looks at the time now, whether or not a second is over. */
    public void tick() {
        time.set(clock.instant());
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
        ticking.unsubscribe();
    }
}
