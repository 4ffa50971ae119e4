package dev.jobglass.ui.statusicon;

import dev.jobglass.desktop.StatusIcon;
import dev.jobglass.desktop.StatusIcon.MenuEntry;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.model.ServerStatus.Link;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.text.Bidi;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.FailureWords;
import dev.jobglass.ui.common.TimeLeft;
import dev.jobglass.ui.common.WindowTitle;
import dev.jobglass.ui.common.WorstJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * Has the icon in the desktop's panel say what there is: by its colour and number the worst, by its menu the jobs that
 * most want to be seen. JavaFX thread only.
 */
public final class StatusIconController implements AutoCloseable {
    private static final int JOBS = 5;
    private static final int SERVERS = 4;
    private static final Duration QUIET = Duration.ofHours(1);
    /** While nothing changes, times go on. */
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(10);

    private final Workspace workspace;
    private final UiClock clock;
    private final NotificationSettings notifications;
    private final ObservableValue<Boolean> wanted;
    private final StatusIcon icon;
    private final Actions actions;
    private final WorstJobs worst;
    private final StatusIconPainter painter = new StatusIconPainter();
    private final Times times = Times.here();
    private final Subscription followed;
    private boolean changed = true;
    private Instant shownAt = Instant.MIN;

    /**
     * What the user can do from the menu.
     *
     * @param showJob selects a job in the main window, and brings that to the front
     * @param open brings the main window to the front
     * @param mini shows the mini window, or puts it away
     * @param watchScreen shows the watch screen
     * @param quit ends the program
     */
    public record Actions(Consumer<Job> showJob, Runnable open, Runnable mini, Runnable watchScreen, Runnable quit) {
    }

    /**
     * Begins to show it.
     *
     * @param workspace of which
     * @param clock the ticking time
     * @param notifications to be quiet for a while
     * @param wanted whether the user wants an icon
     * @param icon the icon
     * @param actions what the menu does
     */
    public StatusIconController(Workspace workspace, UiClock clock, NotificationSettings notifications,
            ObservableValue<Boolean> wanted, StatusIcon icon, Actions actions) {
        this.workspace = workspace;
        this.clock = clock;
        this.notifications = notifications;
        this.wanted = wanted;
        this.icon = icon;
        this.actions = actions;
        worst = new WorstJobs(workspace);
        followed = Subscription.combine(workspace.revisionProperty().subscribe(_ -> changed = true),
                workspace.failures().subscribe(() -> changed = true),
                workspace.viewsProperty().subscribe(_ -> changed = true),
                notifications.quietUntilProperty().subscribe(_ -> changed = true),
                Platform.getPreferences().colorSchemeProperty().subscribe(_ -> changed = true),
                wanted.subscribe(_ -> turn()), clock.timeProperty().subscribe(_ -> tick()));
    }

    private void turn() {
        if (wanted.getValue()) {
            shownAt = Instant.MIN; // at the next tick
        } else {
            icon.close();
        }
    }

    private void tick() {
        boolean due = !clock.get().isBefore(shownAt.plus(OFTEN_ENOUGH)) || clock.get().isBefore(shownAt);
        // Where no panel shows it, it is only kept ready for one.
        if (wanted.getValue() && (due || changed && icon.shown())) {
            changed = false;
            shownAt = clock.get();
            show();
        }
    }

    private void show() {
        IconState state = IconState.of(workspace);
        icon.show(new StatusIcon.Content(
                painter.paint(state, workspace.failures().size(), Platform.getPreferences().getColorScheme()),
                WindowTitle.of(workspace), text(), state == IconState.FAILED, actions.open(), menu()));
    }

    private String text() {
        Stream<String> counts = Stream
                .of(DisplayState.FAILED, DisplayState.STALLED, DisplayState.RUNNING, DisplayState.QUEUED)
                .map(this::count);
        Stream<String> lost = workspace.viewsProperty().get().stream()
                .filter(server -> server.link() == Link.DOWN)
                .limit(SERVERS)
                .map(StatusIconController::line);
        String quiet = quiet()
                ? Messages.of("statusicon.quietUntil",
                        times.clock(notifications.quietUntilProperty().get(), clock.get()))
                : "";
        String text = Messages.joined(Stream.of(counts, lost, Stream.of(quiet)).flatMap(some -> some)
                .toArray(String[]::new));
        return text.isEmpty() ? Messages.of("common.nothing") : text;
    }

    private boolean quiet() {
        return clock.get().isBefore(notifications.quietUntilProperty().get());
    }

    private String count(DisplayState state) {
        int number = state == DisplayState.FAILED ? workspace.failures().size() : workspace.count(state);
        return number == 0 ? "" : Messages.state(state) + " " + Messages.of("text.number", number);
    }

    private List<MenuEntry> menu() {
        List<MenuEntry> menu = new ArrayList<>();
        List<List<Job>> jobs = worst.now();
        jobs.stream()
                .limit(JOBS)
                .forEach(some -> menu.add(new MenuEntry.Command(line(some),
                        () -> actions.showJob().accept(some.getFirst()))));
        if (jobs.isEmpty()) {
            menu.add(new MenuEntry.Note(Messages.of("common.nothing")));
        } else if (jobs.size() > JOBS) {
            menu.add(new MenuEntry.Command(Messages.of("common.more",
                    jobs.stream().skip(JOBS).mapToInt(List::size).sum()), actions.open()));
        }
        menu.add(new MenuEntry.Separator());
        menu.addAll(servers());
        boolean quiet = quiet();
        menu.addAll(List.of(new MenuEntry.Separator(),
                new MenuEntry.Choice(Messages.of("statusicon.quiet"), quiet, () -> beQuiet(!quiet)),
                new MenuEntry.Command(Messages.of("main.command.mini"), actions.mini()),
                new MenuEntry.Command(Messages.of("main.command.watchScreen"), actions.watchScreen()),
                new MenuEntry.Command(Messages.of("statusicon.open"), actions.open()),
                new MenuEntry.Command(Messages.of("main.command.quit"), actions.quit())));
        return menu;
    }

    private void beQuiet(boolean quiet) {
        notifications.quietUntilProperty().set(quiet ? clock.get().plus(QUIET) : Instant.EPOCH);
    }

    private String line(List<Job> jobs) {
        Job job = jobs.getFirst();
        JobSnapshot view = job.view();
        if (view.state() == DisplayState.FAILED) {
            FailureWords failure = FailureWords.of(jobs);
            return line(view, failure.name(), failure.words());
        }
        return line(view, Messages.name(view), Messages.percent(view.percentage()),
                TimeLeft.withoutGlyph(job, clock.get()));
    }

    /** Menus do not wrap, and are as wide as their widest line. */
    private static String line(JobSnapshot view, String... words) {
        return Bidi.line(Messages.glyph(view.state()) + " "
                + Messages.joined(Stream.of(words).map(PlainText::shortLine).map(Bidi::part).toArray(String[]::new)));
    }

    /** Those that do not answer well one by one, the others together. */
    private List<MenuEntry> servers() {
        List<ServerStatus> all = workspace.viewsProperty().get();
        Stream<String> troubled = all.stream()
                .filter(server -> server.link() != Link.LIVE)
                .limit(SERVERS)
                .map(StatusIconController::line);
        String live = all.stream()
                .filter(server -> server.link() == Link.LIVE)
                .limit(SERVERS)
                .map(StatusIconController::line)
                .collect(Collectors.joining("   "));
        return Stream.concat(troubled, Stream.of(live))
                .filter(line -> !line.isEmpty())
                .<MenuEntry>map(MenuEntry.Note::new)
                .toList();
    }

    private static String line(ServerStatus server) {
        return Bidi.line(Messages.of("common.serverLine." + server.link(),
                Bidi.part(PlainText.shortLine(server.name()))));
    }

    @Override
    public void close() {
        followed.unsubscribe();
        icon.close();
    }
}
