package dev.jobglass.notifications;

import dev.jobglass.desktop.DesktopNotifications.Action;
import dev.jobglass.desktop.DesktopNotifications.Message;
import dev.jobglass.desktop.DesktopNotifications.Urgency;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.Bidi;
import dev.jobglass.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.util.Subscription;

/**
 * Notifications of a Linux desktop: with what can be done at once, and taken away when their cause is over. JavaFX
 * thread only.
 */
public final class DesktopChannel implements Channel, AutoCloseable {
    /** Of the oldest ones it does not matter any more whether their cause is over. */
    private static final int MOST_FOLLOWED = 100;

    private final BiFunction<Message, Runnable, Runnable> desktop;
    private final Workspace workspace;
    private final NotificationSettings settings;
    private final Actions actions;
    private final List<Shown> shown = new ArrayList<>();
    private final Subscription tick;

    /** What the desktop shows, and how to take it away. */
    private record Shown(Notification notification, Runnable close) {
    }

    /**
     * What it has done elsewhere.
     *
     * @param showJob selects a job in the main window, and brings that to the front
     * @param open brings the main window to the front
     * @param untold is run when the desktop shows no notifications
     * @param dismissed offers to undo the dismissal of failures, at least one
     */
    public record Actions(Consumer<Job> showJob, Runnable open, Runnable untold, Consumer<List<Job>> dismissed) {
    }

    /**
     * Shows nothing yet.
     *
     * @param desktop shows a message, runs what it is given when the desktop shows none, and returns what takes it away
     * @param workspace what it is about
     * @param clock the ticking time
     * @param settings to mute an agent
     * @param actions what it has done elsewhere
     */
    public DesktopChannel(BiFunction<Message, Runnable, Runnable> desktop, Workspace workspace, UiClock clock,
            NotificationSettings settings, Actions actions) {
        this.desktop = desktop;
        this.workspace = workspace;
        this.settings = settings;
        this.actions = actions;
        tick = clock.timeProperty().subscribe(_ -> closeWhatIsOver());
    }

    @Override
    public void tell(Notification notification) {
        List<Action> possible = new ArrayList<>();
        if (!notification.jobs().isEmpty()) {
            possible.add(new Action(Messages.of("failures.showJob"), () -> show(notification)));
        }
        if (notification.kind() == NotificationKind.FAILED) {
            possible.add(new Action(Messages.of("failures.dismiss", notification.jobs().size()),
                    () -> dismiss(notification)));
        }
        if (!notification.agent().isEmpty()) {
            possible.add(new Action(Messages.of("jobs.menu.muteAgent", 1),
                    () -> settings.mutedAgents().add(notification.agent())));
        }
        Runnable close = desktop.apply(new Message(Bidi.line(notification.title()), Bidi.line(notification.text()),
                urgency(notification.kind()), () -> show(notification), possible), actions.untold());
        shown.add(new Shown(notification, close));
        if (shown.size() > MOST_FOLLOWED) {
            shown.removeFirst();
        }
    }

    /** What is critical is shown even when the user has told the desktop not to disturb them. */
    private static Urgency urgency(NotificationKind kind) {
        return switch (kind) {
            case RULE, RULE_NOT_TOLD -> Urgency.CRITICAL; // asked for by name
            case FAILED, STALLED, OVERDUE, SERVER_LOST, CLOCK_DIFFERS -> Urgency.NORMAL;
            case SUCCEEDED, ENDED, ALL_DONE, SERVER_BACK, ANSWER -> Urgency.LOW;
        };
    }

    private List<Job> jobs(Notification notification) {
        return workspace.jobs(notification.jobs());
    }

    private void show(Notification notification) {
        jobs(notification).stream().findFirst().ifPresentOrElse(actions.showJob(), actions.open());
    }

    private void dismiss(Notification notification) {
        List<Job> open = jobs(notification).stream().filter(job -> job.view().failureOpen()).toList();
        if (!open.isEmpty()) {
            workspace.actions().dismiss(open, "");
            actions.dismissed().accept(open);
        }
    }

    private void closeWhatIsOver() {
        List<Shown> over = shown.stream().filter(one -> isOver(one.notification())).toList();
        over.forEach(one -> one.close().run());
        shown.removeAll(over);
    }

    private boolean isOver(Notification notification) {
        return switch (notification.kind()) {
            case FAILED -> none(notification, job -> job.view().failureOpen());
            case STALLED -> none(notification, job -> job.view().state() == DisplayState.STALLED);
            case OVERDUE -> none(notification, job -> job.view().overdue());
            case SERVER_LOST -> notification.server() != null && workspace.server(notification.server())
                    .filter(server -> server.board().serverProperty().get().link() == ServerStatus.Link.DOWN)
                    .isEmpty();
            default -> false;
        };
    }

    private boolean none(Notification notification, Predicate<Job> cause) {
        return jobs(notification).stream().noneMatch(cause);
    }

    @Override
    public void close() {
        tick.unsubscribe();
    }
}
