package dev.jobglass.notifications;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is told in the corner of the window and goes by itself; the window shows it. JavaFX thread only. */
public final class ToastChannel implements Channel {
    private static final Duration SHOWN = Duration.ofSeconds(8);
    /** The oldest goes for one more. */
    private static final int AT_ONCE = 3;

    private final ObservableList<Notification> shown = FXCollections.observableArrayList();
    private final ObservableList<Notification> shownReadOnly = FXCollections.unmodifiableObservableList(shown);

    private final Duration shownFor;

    /** Begins with nothing to show. */
    public ToastChannel() {
        this(SHOWN);
    }

    /** The same, that shows each for another time. */
    ToastChannel(Duration shownFor) {
        this.shownFor = shownFor;
    }

    @Override
    public void tell(Notification notification) {
        shown.removeIf(notification::ends);
        shown.add(notification);
        if (shown.size() > AT_ONCE) {
            shown.removeFirst();
        }
        // No animation, which would have JavaFX look at the whole scene sixty times a second.
        CompletableFuture.delayedExecutor(shownFor.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(() -> dismiss(notification));
    }

    /** {@return what is to be shown at present, the oldest first; observable} */
    public ObservableList<Notification> shown() {
        return shownReadOnly;
    }

    /**
     * Shows something no longer.
     *
     * @param notification what; done with already is fine
     */
    public void dismiss(Notification notification) {
        shown.removeIf(one -> one == notification); // an equal one may be younger
    }
}
