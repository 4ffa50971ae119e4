package dev.jobglass.ui.common;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Does something after a while, again and again. It is no animation: as long as one plays, JavaFX looks at all scenes
 * sixty times a second. JavaFX thread only.
 */
public final class Pause {
    private final Duration length;
    private final Runnable then;
    private boolean running;
    private int begun;

    /**
     * Waits for nothing yet.
     *
     * @param length how long
     * @param then what is done after that
     */
    public Pause(Duration length, Runnable then) {
        this.length = length;
        this.then = then;
    }

    /** {@return whether it has begun and is not over} */
    public boolean running() {
        return running;
    }

    /** Begins; when it has begun already, anew. */
    public void begin() {
        running = true;
        begun++;
        int mine = begun;
        CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(() -> end(mine));
    }

    private void end(int which) {
        if (which == begun) {
            running = false;
            then.run();
        }
    }
}
