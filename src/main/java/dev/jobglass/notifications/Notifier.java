package dev.jobglass.notifications;

import dev.jobglass.api.JobKey;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Tells the user in front of a window, or away from it, what happens at a server. JavaFX thread only. */
public final class Notifier implements AutoCloseable {
    private final NotificationSettings settings;
    private final Stage window;
    private final BooleanSupplier covered;
    private final Channels channels;
    private final List<ChangeDetector> detectors = new ArrayList<>();
    /** Asked for by name, these wait until something may be shown. */
    private final List<Notification> waiting = new ArrayList<>();
    /** Jobs whose end was asked for and has come; until it is told that is kept, over a restart too. */
    private final Set<JobKey> untold = new HashSet<>();
    private final NotificationPolicy policy;
    private final UiClock now;
    private final ChangeListener<Instant> tick = (_, _, time) -> tick(time);

    /**
     * Begins.
     *
     * @param workspace whose jobs are watched
     * @param now the ticking time
     * @param settings what the user chose
     * @param window in front of which the user may be
     * @param covered whether nothing may be shown, since the watch screen says it all
     * @param channels how to tell
     */
    public Notifier(Workspace workspace, UiClock now, NotificationSettings settings,
            Stage window, BooleanSupplier covered, Channels channels) {
        this.settings = settings;
        this.window = window;
        this.covered = covered;
        this.channels = channels;
        this.now = now;
        policy = new NotificationPolicy(settings, ZoneId.systemDefault());
        workspace.forEachServer(server -> begin(server, workspace));
        now.timeProperty().addListener(tick);
    }

    private Runnable begin(MonitoredServer server, Workspace workspace) {
        ChangeDetector detector = new ChangeDetector(server.board(), settings.tellEnd(), workspace::several,
                this::take);
        detectors.add(detector);
        return () -> detectors.remove(detector);
    }

    void take(NotificationEvent news) {
        if (news.kind() != NotificationKind.ENDED || untold.add(news.job())) {
            policy.take(news, now.get());
        }
    }

    private void tick(Instant time) {
        detectors.forEach(detector -> detector.tick(time));
        waiting.addAll(policy.due(time));
        List<Notification> due = List.copyOf(waiting);
        waiting.clear();
        for (Notification notification : due) {
            if (covered.getAsBoolean() && notification.kind() == NotificationKind.ENDED) {
                waiting.add(notification);
            } else {
                tell(notification);
            }
        }
    }

    private void tell(Notification notification) {
        if (notification.kind() == NotificationKind.ENDED) {
            settings.tellEnd().removeAll(untold); // all of them are told together
            untold.clear();
        }
        if (settings.toastProperty().get() && !covered.getAsBoolean() && window.isShowing() && !window.isIconified()) {
            channels.toast().tell(notification);
        }
        // Whoever sits in front of the window, or of a dialog above it, sees it there.
        boolean inFront = window.isShowing() && !window.isIconified()
                && Window.getWindows().stream().anyMatch(Window::isFocused);
        if (settings.systemProperty().get() && !covered.getAsBoolean() && !inFront) {
            channels.system().tell(notification);
        }
        if (settings.soundProperty().get()) {
            channels.sound().tell(notification);
        }
    }

    @Override
    public void close() {
        now.timeProperty().removeListener(tick);
    }
}
