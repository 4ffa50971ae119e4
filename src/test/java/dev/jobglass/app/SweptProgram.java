package dev.jobglass.app;

import dev.jobglass.api.JobResult;
import dev.jobglass.desktop.Desktop;
import dev.jobglass.history.History;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobRow;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.Notification;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.SavedView;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.settings.UnreadKeys;
import dev.jobglass.settings.WatchRule;
import dev.jobglass.settings.WatchRule.Kind;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.main.MainWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The whole program, brought from one view to the next without a hand. JavaFX thread only. */
final class SweptProgram {
    private static final int SOME = 12;

    private final Stage stage = new Stage();
    private final Settings settings = new Settings();
    private final History history;
    private final ThemeManager themes = new ThemeManager(Theme.DARK, settings.look());
    private final MainWindow window;

    private final ToastChannel toasts = new ToastChannel();

    SweptProgram(List<String> servers, Path folder) {
        history = new History(folder.resolve("history.db"), Duration.ofDays(1));
        ServerManager manager = new ServerManager(
                new StartupServers(new StartupArguments(servers, null, null, null, true), settings), settings, history,
                InstantSource.system(), new UnreadKeys(settings, KeyStore.none()));
        window = new MainWindow(stage, settings, themes, manager, new PlatformServices("none"),
                new Channels(toasts, _ -> {
                }, _ -> {
                }, () -> true), Desktop.none(), InstantSource.system(), () -> Demo.open(InstantSource.system()));
        window.show(manager.first());
        window.open(1280, 800);
    }

    void close() {
        window.close();
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        history.close();
    }

    /** The headless screen has 1000 lines; below them only the scene's root reaches. */
    void size(int width, int height) {
        stage.setWidth(width);
        stage.setHeight(Math.min(height, Snapshot.TALLEST_WINDOW));
        scene().getRoot().resize(width, height);
    }

    void look(int textSize, Theme theme) {
        if (themes.themeProperty().get() != theme) {
            themes.use(theme);
        }
        settings.look().textSizeProperty().set(textSize);
    }

    /** Back to the dashboard as it is after the start. */
    void reset() {
        List.copyOf(Window.getWindows()).stream().filter(other -> other != stage).forEach(Window::hide);
        if (scene().lookup(".watch-screen") != null) {
            key("Esc");
        }
        key("Esc"); // the details, where they lie over the table
        filter("");
        settings.viewsProperty().set(List.of());
        settings.watchRulesProperty().set(List.of());
        scene().getRoot().lookupAll(".tile").stream().filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast).filter(ToggleButton::isSelected).forEach(ToggleButton::fire);
        settings.look().rows().groupingProperty().set(Grouping.NONE);
        settings.look().rows().densityProperty().set(Density.COMFORTABLE);
        List.copyOf(toasts.shown()).forEach(toasts::dismiss);
        key("Shortcut+Z");
        table().getSelectionModel().clearSelection();
        table().getSelectionModel().select(0);
        table().requestFocus();
    }

    Scene scene() {
        return stage.getScene();
    }

    /** {@return every window that is shown, the main one first} */
    List<Window> windows() {
        return List.copyOf(Window.getWindows());
    }

    @SuppressWarnings("unchecked") // the only table there is
    TableView<JobRow> table() {
        return (TableView<JobRow>) scene().lookup("#jobs");
    }

    void filter(String text) {
        window.filter(text);
    }

    /** As a user does. */
    void close(Window shown) {
        Event.fireEvent(shown, new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    void showRules() {
        settings.watchRulesProperty().set(List.of(new WatchRule(Kind.FAILED_OFTEN,
                "recipe:what the weekly report of the whole team waits for", 3, 600, true),
                new WatchRule(Kind.NO_SUCCESS, "تقارير", 1, 1_440, false)));
        window.windows().showRules();
    }

    void clickAnywhere(String query) {
        windows().stream().map(one -> one.getScene().getRoot().lookup(query)).filter(Button.class::isInstance)
                .map(Button.class::cast).findFirst().ifPresent(Button::fire);
    }

    /** More than have keys, of names short and long. */
    void saveViews() {
        settings.viewsProperty().set(Stream.of("All", "Nachtschicht", "夜班", "تقارير الليل", "Failed",
                "What the weekly report of the whole team waits for until Monday", "G", "H", "Running for an hour", "J")
                .map(name -> new SavedView(name, "run", Set.of(), Grouping.NONE, "", Set.of(), "")).toList());
    }

    void group() {
        settings.look().rows().groupingProperty().set(Grouping.AGENT);
    }

    void compact() {
        settings.look().rows().densityProperty().set(Density.COMPACT);
    }

    void selectFailed() {
        select(job -> job.view().state() == DisplayState.FAILED, 1);
    }

    void selectSome() {
        select(_ -> true, SOME);
    }

    private void select(Predicate<Job> wanted, int most) {
        int[] rows = table().getItems().stream().filter(row -> row instanceof Job job && wanted.test(job)).limit(most)
                .mapToInt(table().getItems()::indexOf).toArray();
        table().getSelectionModel().clearSelection();
        if (rows.length > 0) {
            table().getSelectionModel().selectIndices(rows[0], rows);
            table().getFocusModel().focus(rows[0]);
            table().scrollTo(rows[0]);
        }
        table().requestFocus();
    }

    /** Removes a job, so that it can be put back, while something is told. */
    void undoBesideToasts() {
        selectFailed();
        key("Delete");
        toasts.tell(new Notification(NotificationKind.FAILED, "Job failed: recipe:quarterly-figures",
                "RateLimitError: 429 Too Many Requests · run_b8fbbcac5a29"));
        toasts.tell(new Notification(NotificationKind.STALLED, "تحليل تقرير المبيعات ربع السنوي للعملاء",
                "تحليل تقرير المبيعات ".repeat(6)));
    }

    /** A result beside another, if there are jobs. */
    void results() {
        List<Job> some = table().getItems().stream().filter(Job.class::isInstance).map(Job.class::cast).limit(2)
                .toList();
        some.forEach(job -> window.windows().showResult(job,
                new JobResult("\"# Report\\n\\n" + "Sales rose. ".repeat(60)
                        + "\\n\\n> quoted\\n\\n```\\ncode\\n```\\n\\n" + "تحليل تقرير المبيعات ".repeat(30) + "\"",
                        null)));
    }

    void click(String query) {
        if (scene().lookup(query) instanceof ToggleButton button) {
            button.fire();
        }
    }

    /** Opens a part of a dialog. */
    void expand(String query) {
        Window.getWindows().stream().map(window -> window.getScene().lookup(query))
                .filter(TitledPane.class::isInstance).forEach(pane -> ((TitledPane) pane).setExpanded(true));
    }

    /** Chooses an item of a menu. */
    void item(String menu, String id) {
        MenuButton button = (MenuButton) scene().lookup(menu);
        button.getOnShowing().handle(null);
        button.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().map(MenuItem.class::cast)
                .orElseThrow().fire();
    }

    void key(String combination) {
        KeyCombination parsed = KeyCombination.valueOf(combination);
        KeyCode code = KeyCode.getKeyCode(combination.substring(combination.lastIndexOf('+') + 1));
        boolean control = parsed.getControl() == KeyCombination.ModifierValue.DOWN
                || parsed.getShortcut() == KeyCombination.ModifierValue.DOWN;
        Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
        Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code,
                parsed.getShift() == KeyCombination.ModifierValue.DOWN, control, false, false));
    }
}
