package dev.jobglass.ui.settings;

import dev.jobglass.settings.Density;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.PollingSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.Messages;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window of everything a person may choose. JavaFX thread only. */
public final class SettingsWindow {
    private static final int HOUR_SECONDS = 3_600;
    private static final int DAY_MINUTES = 1_440;
    private static final int MOST_FINISHED = 999_999;
    private static final int TEN_YEARS_DAYS = 3_650;
    private static final List<String> LANGUAGES = List.of("", "en", "de", "zh", "ar");

    private final Consumer<UnaryOperator<Settings>> change;
    private final Stage stage = new Stage();
    /** That of the servers is the first. */
    private final List<SettingSection> sections = new ArrayList<>();
    private final TextField search = new TextField();
    private final Label nothing = new Label(Messages.of("settings.nothing"));

    /**
     * Prepares the window; {@link #show} opens it.
     *
     * @param now what is chosen at present
     * @param change takes each choice, to be applied at once
     * @param known gives the servers as they are when asked
     * @param edit shows what is known of a server to be changed, by its base address, or for null a new one's
     * @param owner the main window, whose style sheets it wears
     */
    public SettingsWindow(Settings now, Consumer<UnaryOperator<Settings>> change, Supplier<List<ServerSettings>> known,
            Consumer<String> edit, Stage owner) {
        this.change = change;
        search.setId("settingsSearch");
        search.setPromptText(Messages.of("settings.search"));
        search.setAccessibleText(Messages.of("settings.search"));
        search.textProperty().addListener((_, _, _) -> find());
        section("section.servers");
        look(now.look());
        jobs(now);
        notifications(now.notifications());
        fillServers(known.get(), edit);
        VBox list = new VBox();
        list.getChildren().addAll(sections);
        list.getStyleClass().add("settings-list");
        nothing.getStyleClass().add("subtle");
        nothing.managedProperty().bind(nothing.visibleProperty());
        list.getChildren().add(nothing);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox root = new VBox(search, scroll);
        root.setId("settings");
        root.getStyleClass().add("settings-window");
        Scene scene = new Scene(root);
        Bindings.bindContent(scene.getStylesheets(), owner.getScene().getStylesheets());
        root.getStylesheets().add(getClass().getResource("settings.css").toExternalForm());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
        // They are changed in dialogs of their own.
        stage.focusedProperty().addListener((_, _, _) -> fillServers(known.get(), edit));
        stage.setScene(scene);
        stage.initOwner(owner);
        stage.getIcons().setAll(owner.getIcons());
        stage.setTitle(Messages.of("settings.title"));
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        stage.show();
        stage.toFront();
    }

    /** {@return whether it is open} */
    public boolean isShowing() {
        return stage.isShowing();
    }

    /**
     * {@return whether a window is this one}
     *
     * @param window any
     */
    public boolean shownIn(Window window) {
        return window == stage;
    }

    private void section(String key) {
        sections.add(new SettingSection(key));
    }

    private void add(SettingRow row) {
        sections.getLast().add(row);
    }

    private void find() {
        long found = sections.stream().filter(section -> section.find(search.getText())).count();
        nothing.setVisible(found == 0);
    }

    private void fillServers(List<ServerSettings> known, Consumer<String> edit) {
        List<SettingRow> rows = new ArrayList<>();
        for (ServerSettings server : known) {
            rows.add(SettingRow.server("knownServer", server.name().isEmpty() ? server.url() : server.name(),
                    server.name().isEmpty() ? "" : server.url(), () -> edit.accept(server.url())));
        }
        rows.add(SettingRow.server("newServer", Messages.of("settings.newServer"),
                Messages.of("settings.newServer.help"),
                () -> edit.accept(null)));
        sections.getFirst().replace(rows);
        find();
    }

    private void look(LookSettings now) {
        section("section.look");
        add(SettingRow.choice("theme", List.of(Theme.values()), now.theme(),
                theme -> Messages.of("settings.theme." + theme),
                theme -> applyLook(look -> look.with(theme))));
        add(SettingRow.number("textSize", now.textSize(), LookSettings.SMALLEST_TEXT, LookSettings.LARGEST_TEXT,
                percent -> applyLook(look -> look.withTextSize(percent))));
        add(SettingRow.choice("language", LANGUAGES, now.language(), SettingsWindow::language,
                tag -> applyLook(look -> look.withLanguage(tag))));
        rows(now.rows());
    }

    private void rows(RowSettings now) {
        add(SettingRow.choice("grouping", List.of(Grouping.values()), now.grouping(),
                grouping -> Messages.of("settings.grouping." + grouping),
                grouping -> applyLook(look -> look.with(look.rows().with(grouping)))));
        add(SettingRow.choice("density", List.of(Density.values()), now.density(),
                density -> Messages.of("settings.density." + density),
                density -> applyLook(look -> look.with(look.rows().with(density)))));
    }

    /** Each in its own words, so that whoever is lost finds back. */
    private static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.isEmpty() ? Messages.of("settings.language.system") : locale.getDisplayLanguage(locale);
    }

    private void jobs(Settings now) {
        PollingSettings polling = now.polling();
        section("section.jobs");
        add(SettingRow.check("discovery", polling.discovery(),
                on -> applyPolling(before -> before.withDiscovery(on))));
        add(SettingRow.number("discoverySeconds", polling.discoverySeconds(), 1, HOUR_SECONDS,
                seconds -> applyPolling(before -> before.withDiscoverySeconds(seconds))));
        add(SettingRow.number("stalledMinutes", polling.stalledMinutes(), 1, DAY_MINUTES,
                minutes -> applyPolling(before -> before.withStalledMinutes(minutes))));
        add(SettingRow.number("maxInFlight", polling.maxInFlight(), 1, PollingSettings.MOST_IN_FLIGHT,
                questions -> applyPolling(before -> before.withMaxInFlight(questions))));
        add(SettingRow.number("connectSeconds", polling.connectSeconds(), 1, HOUR_SECONDS,
                seconds -> applyPolling(before -> before.withConnectSeconds(seconds))));
        add(SettingRow.number("answerSeconds", polling.answerSeconds(), 1, HOUR_SECONDS,
                seconds -> applyPolling(before -> before.withAnswerSeconds(seconds))));
        add(SettingRow.number("finishedKept", polling.finishedKept(), 1, MOST_FINISHED,
                finished -> applyPolling(before -> before.withFinishedKept(finished))));
        add(SettingRow.number("historyDays", now.historyDays(), 1, TEN_YEARS_DAYS,
                days -> change.accept(before -> before.withHistoryDays(days))));
    }

    private void notifications(NotificationSettings now) {
        section("section.notifications");
        for (NotificationKind kind : NotificationKind.values()) {
            if (kind != NotificationKind.ENDED) { // that is asked for job by job
                add(SettingRow.check("tell." + kind, now.kinds().contains(kind),
                        on -> applyNotifications(before -> before.with(kind, on))));
            }
        }
        add(SettingRow.check("toast", now.toast(), on -> applyNotifications(
                before -> before.withMeans(on, before.system(), before.sound()))));
        add(SettingRow.check("system", now.system(), on -> applyNotifications(
                before -> before.withMeans(before.toast(), on, before.sound()))));
        add(SettingRow.check("sound", now.sound(), on -> applyNotifications(
                before -> before.withMeans(before.toast(), before.system(), on))));
        add(SettingRow.typed("quietFrom", now.quietFrom(), SettingsWindow::timeOrNothing,
                Messages.of("settings.bad.time"),
                time -> applyNotifications(before -> before.withQuiet(time, before.quietTo()))));
        add(SettingRow.typed("quietTo", now.quietTo(), SettingsWindow::timeOrNothing, Messages.of("settings.bad.time"),
                time -> applyNotifications(before -> before.withQuiet(before.quietFrom(), time))));
        add(SettingRow.typed("mutedAgents", String.join(", ", now.mutedAgents()), _ -> true, "",
                agents -> applyNotifications(before -> before.withOnlyMutedAgents(agents))));
    }

    private static boolean timeOrNothing(String text) {
        try {
            return text.isEmpty() || LocalTime.parse(text) != null;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private void applyLook(UnaryOperator<LookSettings> look) {
        change.accept(before -> before.withLook(look));
    }

    private void applyPolling(UnaryOperator<PollingSettings> polling) {
        change.accept(before -> before.withPolling(polling));
    }

    private void applyNotifications(UnaryOperator<NotificationSettings> told) {
        change.accept(before -> before.withNotifications(told));
    }
}
