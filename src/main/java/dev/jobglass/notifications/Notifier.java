package dev.jobglass.notifications;

import dev.jobglass.board.Now;
import dev.jobglass.board.Watching;
import dev.jobglass.settings.NewsKind;
import dev.jobglass.settings.NotificationSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;

/** Tells the person in front of a window, or away from it, what happens at a server. JavaFX thread only. */
public final class Notifier implements AutoCloseable {
    private final Supplier<NotificationSettings> settings;
    private final Stage window;
    private final BooleanSupplier covered;
    private final Means toast;
    private final Means system;
    private final Means sound;
    private final NewsFinder finder;
    private final Discretion discretion;
    private final Now now;
    private final ChangeListener<Instant> tick = (_, _, time) -> tick(time);

    /**
     * Begins.
     *
     * @param watching the server
     * @param now the ticking time
     * @param settings what the person chose, as it is when asked
     * @param ended takes the id of a job whose end the person wanted to be told, once it is over
     * @param window in front of which the person may be
     * @param covered whether nothing may be shown, since the watch screen says it all
     * @param toast tells in the window's corner
     * @param system tells by the desktop
     * @param sound tells by a sound
     */
    public Notifier(Watching watching, Now now, Supplier<NotificationSettings> settings, Consumer<String> ended,
            Stage window, BooleanSupplier covered, Means toast, Means system, Means sound) {
        this.settings = settings;
        this.window = window;
        this.covered = covered;
        this.toast = toast;
        this.system = system;
        this.sound = sound;
        this.now = now;
        discretion = new Discretion(settings, ZoneId.systemDefault());
        finder = new NewsFinder(watching.board(), watching.server().toString(), () -> settings.get().tellEnd(),
                news -> {
                    discretion.take(news, now.get());
                    if (news.kind() == NewsKind.ENDED) {
                        ended.accept(news.jobId());
                    }
                });
        now.timeProperty().addListener(tick);
    }

    private void tick(Instant time) {
        finder.tick(time);
        discretion.due(time).forEach(this::tell);
    }

    private void tell(Announcement announcement) {
        NotificationSettings chosen = settings.get();
        if (chosen.toast() && !covered.getAsBoolean() && window.isShowing() && !window.isIconified()) {
            toast.tell(announcement);
        }
        // Whoever sits in front of the window sees it there.
        if (chosen.system() && !covered.getAsBoolean() && (!window.isFocused() || window.isIconified())) {
            system.tell(announcement);
        }
        if (chosen.sound()) {
            sound.tell(announcement);
        }
    }

    @Override
    public void close() {
        now.timeProperty().removeListener(tick);
    }
}
