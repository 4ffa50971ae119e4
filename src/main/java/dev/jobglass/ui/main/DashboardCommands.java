package dev.jobglass.ui.main;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.JobRow;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.Notification;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.SavedView;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.TextSizeKeys;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.details.DetailsPane;
import dev.jobglass.ui.jobs.FilterModel;
import dev.jobglass.ui.jobs.JobKeys;
import dev.jobglass.ui.jobs.JobsController;
import dev.jobglass.ui.jobs.SavedViews;
import dev.jobglass.ui.jobs.ViewsController;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What can be done in the dashboard by name or by keys. */
final class DashboardCommands {
    /** Of those that change a server the one that does not ask first. */
    private static final String AT_ONCE = "runAgain";
    private static final long LONGEST_BETWEEN_REPEATS = Duration.ofSeconds(1).toNanos();
    /** They are called as the items of the menu of a row are. */
    private static final Set<String> OF_SELECTED_JOBS = Set.of("askNow", "showFailure", "showResult", AT_ONCE,
            "runChanged", "browse", "cancel", "delete", "remove", "copyIds", "copyCurl");
    private static final Set<String> CHANGING_A_SERVER = Set.of("newRun", AT_ONCE, "runChanged", "cancel", "delete");
    /** Of these it is said here when they do not apply; others say so by a dialog, or what is selected says enough. */
    private static final Set<String> EXPLAINED = Set.of(AT_ONCE, "runChanged");

    private final Workspace workspace;
    private final JobsController jobs;
    private final Settings settings;
    private final SavedViews views;
    private final Windows windows;
    private final DetailsPane details;
    private final List<Command> commands;
    private final ReadOnlyBooleanProperty readOnly;
    private final ToastChannel notes;
    /** When keys were last pressed that have not been released since, as far as this window knows. */
    private final Map<KeyCode, Long> held = new EnumMap<>(KeyCode.class);

    DashboardCommands(Workspace workspace, JobsController jobs, SavedViews views, HeaderController header,
            StatusBarController status,
            FilterModel filter, Windows windows, Settings settings, DetailsPane details,
            ThemeManager themes, DashboardController.Elsewhere elsewhere, ToastChannel notes) {
        LookSettings look = settings.look();
        this.readOnly = settings.readOnlyProperty();
        this.workspace = workspace;
        this.jobs = jobs;
        this.settings = settings;
        this.views = views;
        this.windows = windows;
        TextSizeKeys textSize = new TextSizeKeys(look);
        this.details = details;
        this.notes = notes;
        this.commands = List.of(Command.of("palette", this::openPalette, "Shortcut+K", "F1"),
                Command.of("watchJob", () -> windows.jobs().watch(), "Shortcut+N"),
                Command.of("newRun", () -> windows.jobs().newRun(null), "Shortcut+Shift+N"),
                Command.of(AT_ONCE, jobs::runAgain, JobKeys.RUN_AGAIN),
                Command.of("runChanged", jobs::runChanged, JobKeys.RUN_CHANGED),
                Command.of("filter", header::focusFilter, "Shortcut+F"),
                Command.of("saveView", () -> windows.saveView(views), "Shortcut+S"),
                Command.of("manageViews", () -> windows.manageViews(views)),
                Command.of("clearFilter", filter::clear, "Shortcut+E"),
                Command.of("group", status::nextGrouping, "Shortcut+G"),
                Command.of("compact", () -> look.rows().densityProperty().set(
                        look.rows().densityProperty().get() == Density.COMPACT
                                ? Density.COMFORTABLE
                                : Density.COMPACT)),
                Command.of("details", () -> details.show(!details.shownProperty().get())),
                Command.of("askNow", jobs::askNow, JobKeys.ASK_NOW),
                Command.of("tryNow", workspace::tryNow, "Shift+F5"),
                Command.of("watchScreen", elsewhere.watchScreen(), "F11"),
                Command.of("mini", windows::toggleMini, "Shortcut+M"),
                Command.of("history", windows::showHistory, "Shortcut+H"),
                Command.of("insights", windows::showInsights, "Shortcut+I"),
                Command.of("rules", windows::showRules), Command.of("sumAnew", windows::sumAnew),
                Command.of("showFailure", jobs::showFailure),
                Command.of("showResult", jobs::showResult),
                Command.of("failures", windows::showFailures, "Shortcut+Shift+F"),
                Command.of("cancel", jobs::cancel, JobKeys.CANCEL),
                Command.outsideText("delete", jobs::delete, JobKeys.DELETE),
                Command.outsideText("remove", jobs::removeSelected, JobKeys.REMOVE),
                Command.outsideRows("selectAll", jobs::selectAll, JobKeys.SELECT_ALL),
                Command.outsideText("undo", jobs.undo()::undo, "Shortcut+Z"),
                Command.outsideRows("copyIds", jobs::copyIds, JobKeys.COPY_IDS),
                Command.of("copyCurl", jobs::copyCurl, JobKeys.COPY_CURL), Command.of("browse", jobs::browse),
                Command.of("larger", textSize::larger, TextSizeKeys.LARGER),
                Command.of("smaller", textSize::smaller, TextSizeKeys.SMALLER),
                Command.of("usualSize", textSize::usual, TextSizeKeys.USUAL),
                Command.of("dark", () -> themes.choose(Theme.DARK)),
                Command.of("light", () -> themes.choose(Theme.LIGHT)),
                Command.of("highContrast", () -> themes.choose(Theme.HIGH_CONTRAST)),
                Command.of("settings", windows::showSettings, "Shortcut+Comma"),
                Command.of("exportSettings", () -> windows.exchange().write()),
                Command.of("importSettings", () -> windows.exchange().read()),
                Command.of("server", () -> windows.editServer(null)),
                Command.of("demo", elsewhere.openDemo()),
                Command.of("about", () -> windows.showAbout(themes.icons().getLast())),
                Command.of("quit", windows::quit, "Shortcut+Q"));
    }

    /** What the mouse does with the headers of the table. */
    private Stream<Command> ofColumns() {
        List<TableColumn<JobRow, ?>> columns = jobs.columns().stream()
                .filter(column -> column.getTableView() != null).toList();
        Stream<Command> sorting = columns.stream()
                .map(column -> Command.about("sortBy", column.getText(), () -> jobs.sortBy(column)));
        Stream<Command> hiding = columns.stream().filter(column -> !column.getId().equals("job"))
                .map(column -> Command.about("column", column.getText(),
                        () -> column.setVisible(!column.isVisible())));
        return Stream.concat(sorting, hiding);
    }

    /** The first have keys. */
    private Stream<Command> ofViews() {
        List<SavedView> all = views.viewsProperty().get();
        return IntStream.range(0, all.size()).mapToObj(place -> Command.about("view",
                PlainText.line(all.get(place).name()), () -> views.show(all.get(place)),
                place < ViewsController.WITH_KEYS ? new String[]{ViewsController.key(place)} : new String[0]));
    }

    private Stream<Command> ofServers() {
        return settings.servers().stream().map(server -> Command.about("changeServer",
                PlainText.line(settings.nameOf(server)), () -> windows.editServer(server)));
    }

    /** Only while there are any. */
    private Stream<Command> ofGone() {
        return workspace.jobs().filter(job -> job.view().state() == DisplayState.GONE).limit(1)
                .map(_ -> Command.of("removeGone", jobs::removeGone));
    }

    private Stream<Command> withKeys() {
        return Stream.concat(commands.stream(), ofViews());
    }

    private Stream<Command> all() {
        return Stream.of(withKeys(), ofServers(), ofGone()).flatMap(some -> some);
    }

    private boolean offered(Command command) {
        return !readOnly.get() || !CHANGING_A_SERVER.contains(command.id());
    }

    /** {@return whether it would do anything now} */
    private boolean applies(Command command) {
        return !OF_SELECTED_JOBS.contains(command.id()) || jobs.applies(command.id());
    }

    private void openPalette() {
        Map<Command, String> withheld = new LinkedHashMap<>();
        all().filter(command -> !applies(command)).forEach(command -> withheld.put(command,
                Messages.of("main.palette.notNow")));
        all().filter(command -> !offered(command)).forEach(command -> withheld.put(command,
                Messages.of("main.palette.readOnly")));
        Stream<Command> offered = all().skip(1).filter(command -> !withheld.containsKey(command)); // but for itself
        windows.showPalette(Stream.concat(offered, ofColumns()).toList(), withheld);
    }

    /** Does what the keys mean, before anything else sees them. */
    void keyPressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        long now = System.nanoTime();
        Long before = held.put(event.getCode(), now);
        boolean repeated = before != null && now - before < LONGEST_BETWEEN_REPEATS;

        Optional<Command> meant = withKeys().filter(command -> command.meant(event)).findFirst();
        if (meant.isPresent()) {
            event.consume(); // else the menu of a row would take what is not offered
            meant.filter(command -> !(repeated && command.id().equals(AT_ONCE))).ifPresent(this::carryOut);
        } else if (event.getCode() == KeyCode.ENTER && jobs.jobFocused()) {
            if (!details.shownProperty().get()) {
                details.show(true);
                jobs.keepInView();
            } else {
                jobs.showFailure();
                jobs.showResult();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !typing && details.narrowProperty().get()
                && details.shownProperty().get()) {
            details.show(false);
            jobs.focus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !typing) {
            windows.hideWhatLiesAbove();
        }
    }

    private void carryOut(Command command) {
        if (!offered(command)) {
            explain(command, "readOnly");
        } else if (EXPLAINED.contains(command.id()) && !applies(command)) {
            explain(command, command.id());
        } else {
            command.action().run();
        }
    }

    private void explain(Command command, String why) {
        notes.tell(new Notification(NotificationKind.ANSWER, command.text(), Messages.of("main.notNow." + why)));
    }

    /** Keys that are held down come again and again; what does something at once is done once. */
    void keyReleased(KeyEvent event) {
        held.remove(event.getCode());
    }

    /** By the character, for it lies elsewhere on each keyboard. */
    void keyTyped(KeyEvent event) {
        if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
            openPalette();
            event.consume();
        }
    }
}
