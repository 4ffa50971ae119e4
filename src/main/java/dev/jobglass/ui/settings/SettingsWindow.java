package dev.jobglass.ui.settings;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.Density;
import dev.jobglass.settings.DesktopSettings;
import dev.jobglass.settings.Grouping;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.PollingSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.settings.TimeOfDay;
import dev.jobglass.settings.WhenClosed;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.OwnedStage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window of everything a user may choose. JavaFX thread only. */
public final class SettingsWindow {
    private static final List<String> LANGUAGES = List.of("", "en", "de", "zh", "ar");

    /** Job by job, by rules, and by what the user does. */
    private static final Set<NotificationKind> ASKED_FOR_ELSEWHERE = EnumSet.of(NotificationKind.ENDED,
            NotificationKind.RULE, NotificationKind.RULE_NOT_TOLD, NotificationKind.ANSWER);

    private final Settings settings;
    private final BiConsumer<ServerSettings, Stage> edit;
    private final OwnedStage stage;
    /** That of the servers is the first. */
    private final List<SettingSection> sections = new ArrayList<>();
    /** Makes the sections below what is seen first, each in a frame of its own: all at once would hold it up. */
    private final Iterator<Runnable> rest;
    private final VBox list = new VBox();
    private final TextField search = new TextField();
    private final Label nothing = new Label(Messages.of("settings.nothing"));
    // Held here, since the settings outlive the window and know it only weakly.
    private final ListChangeListener<ServerSettings> servers = _ -> fillServers();

    /**
     * Prepares the window; {@link #show} opens it.
     *
     * @param settings what is chosen; each choice changes it at once
     * @param login whether the program starts at login, where that can be chosen
     * @param edit shows what is known of a server, to be changed, above a window; takes null for a new one
     * @param exchange gives settings to others and takes theirs
     * @param owner the main window, whose style sheets it wears
     */
    public SettingsWindow(Settings settings, Optional<LoginSetting> login, BiConsumer<ServerSettings, Stage> edit,
            Supplier<SettingsExchange> exchange, Stage owner) {
        this.settings = settings;
        this.edit = edit;
        search.setId("settingsSearch");
        search.setPromptText(Messages.of("settings.search"));
        search.setAccessibleText(Messages.of("settings.search"));
        search.textProperty().addListener((_, _, _) -> find());
        list.getStyleClass().add("settings-list");
        nothing.getStyleClass().add("subtle");
        nothing.managedProperty().bind(nothing.visibleProperty());
        list.getChildren().add(nothing);
        section("section.servers");
        fillServers();
        look();
        rest = List.<Runnable>of(this::jobs, this::notifications, () -> desktop(login), () -> exchange(exchange))
                .iterator();
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS); // also when a search leaves little of it
        VBox root = new VBox(search, scroll);
        root.setId("settings");
        root.getStyleClass().add("settings-window");
        stage = new OwnedStage(owner, root, Messages.of("settings.title"), settings.look());
        root.getStylesheets().add(getClass().getResource("settings.css").toExternalForm());
        stage.onSearch(search::requestFocus);
        settings.servers().addListener(new WeakListChangeListener<>(servers));
        stage.focusedProperty().addListener((_, _, _) -> fillServers()); // a name may have changed
        stage.setOnHidden(_ -> sections.forEach(SettingSection::close));
    }

    /** Opens it, or brings it to the front. */
    public void show() {
        boolean shown = stage.isShowing();
        stage.open(1);
        if (!shown) {
            addRest();
        }
    }

    private void addRest() {
        if (rest.hasNext()) {
            Later.afterPulses(stage.getScene(), 1, () -> {
                if (stage.isShowing()) {
                    rest.next().run();
                    find();
                    addRest();
                }
            });
        }
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
        SettingSection section = new SettingSection(key);
        sections.add(section);
        list.getChildren().add(list.getChildren().size() - 1, section); // above what says that nothing is found
    }

    private void add(SettingRow row) {
        sections.getLast().add(row);
    }

    private void find() {
        long found = sections.stream().filter(section -> section.find(search.getText())).count();
        nothing.setVisible(found == 0);
    }

    private void fillServers() {
        List<SettingRow> rows = new ArrayList<>();
        for (ServerSettings server : settings.servers()) {
            String name = server.nameProperty().get();
            String address = server.address().toString();
            rows.add(SettingRow.server("knownServer", name.isEmpty() ? address : name, name.isEmpty() ? "" : address,
                    () -> edit.accept(server, stage)));
        }
        rows.add(SettingRow.server("newServer", Messages.of("settings.newServer"),
                Messages.of("settings.newServer.help"), () -> edit.accept(null, stage)));
        sections.getFirst().replace(rows);
        find();
    }

    private void look() {
        LookSettings look = settings.look();
        section("section.look");
        add(SettingRow.choice("theme", List.of(Theme.values()), look.themeProperty(),
                theme -> Messages.of("settings.theme." + theme)));
        add(SettingRow.number("textSize", look.textSizeProperty(), LookSettings.SMALLEST_TEXT,
                LookSettings.LARGEST_TEXT));
        add(SettingRow.choice("language", LANGUAGES, look.languageProperty(), SettingsWindow::language));
        add(SettingRow.choice("grouping", List.of(Grouping.values()), look.rows().groupingProperty(),
                grouping -> Messages.of("settings.grouping." + grouping)));
        add(SettingRow.choice("density", List.of(Density.values()), look.rows().densityProperty(),
                density -> Messages.of("settings.density." + density)));
    }

    /** Each in its own words, so that whoever is lost finds back. */
    private static String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.isEmpty() ? Messages.of("settings.language.system") : locale.getDisplayLanguage(locale);
    }

    private void jobs() {
        PollingSettings polling = settings.polling();
        int seconds = PollingSettings.LONGEST_SECONDS;
        section("section.jobs");
        add(SettingRow.check("discovery", polling.discoveryProperty()));
        add(SettingRow.number("discoverySeconds", polling.discoverySecondsProperty(), 1, seconds));
        add(SettingRow.number("stalledMinutes", polling.stalledMinutesProperty(), 1,
                PollingSettings.LONGEST_STALLED));
        add(SettingRow.number("maxInFlight", polling.maxInFlightProperty(), 1, PollingSettings.MOST_IN_FLIGHT));
        add(SettingRow.number("connectSeconds", polling.connectSecondsProperty(), 1, seconds));
        add(SettingRow.number("answerSeconds", polling.answerSecondsProperty(), 1, seconds));
        add(SettingRow.number("finishedKept", polling.finishedKeptProperty(), 1, PollingSettings.MOST_FINISHED));
        add(SettingRow.check("readOnly", settings.readOnlyChosenProperty()));
        add(SettingRow.check("rememberRequests", settings.rememberRequestsProperty()));
        add(SettingRow.number("historyDays", settings.historyDaysProperty(), 1, Settings.LONGEST_HISTORY));
    }

    private void desktop(Optional<LoginSetting> login) {
        DesktopSettings chosen = settings.desktop();
        section("section.desktop");
        add(SettingRow.check("statusIcon", chosen.statusIconProperty()));
        add(SettingRow.choice("whenClosed", List.of(WhenClosed.values()), chosen.whenClosedProperty(),
                then -> Messages.of("settings.whenClosed." + then)));
        login.ifPresent(setting -> add(SettingRow.check("startAtLogin", setting.chosenProperty())
                .complaining(setting.problemProperty())));
        add(SettingRow.check("keepAwake", chosen.keepAwakeProperty()));
        add(SettingRow.text("awakeFrom", chosen.awakeFromProperty(), TimeOfDay::usableOrEmpty,
                Messages.of("settings.bad.time")));
        add(SettingRow.text("awakeTo", chosen.awakeToProperty(), TimeOfDay::usableOrEmpty,
                Messages.of("settings.bad.time")));
    }

    private void exchange(Supplier<SettingsExchange> exchange) {
        section("section.exchange");
        add(SettingRow.action("exportSettings", () -> exchange.get().write()));
        add(SettingRow.action("importSettings", () -> exchange.get().read()));
    }

    private void notifications() {
        NotificationSettings chosen = settings.notifications();
        section("section.notifications");
        for (NotificationKind kind : NotificationKind.values()) {
            if (!ASKED_FOR_ELSEWHERE.contains(kind)) {
                add(SettingRow.check("tell." + kind, new Membership<>(chosen.kinds(), kind)));
            }
        }
        add(SettingRow.check("failureWindow", chosen.failureWindowProperty()));
        add(SettingRow.check("troubleDialog", chosen.troubleDialogProperty()));
        add(SettingRow.check("toast", chosen.toastProperty()));
        add(SettingRow.check("system", chosen.systemProperty()));
        add(SettingRow.check("sound", chosen.soundProperty()));
        add(SettingRow.text("quietFrom", chosen.quietFromProperty(), TimeOfDay::usableOrEmpty,
                Messages.of("settings.bad.time")));
        add(SettingRow.text("quietTo", chosen.quietToProperty(), TimeOfDay::usableOrEmpty,
                Messages.of("settings.bad.time")));
        add(SettingRow.leaveOut("tellEnd", chosen.tellEnd(), this::job));
        add(SettingRow.leaveOut("mutedJobs", chosen.mutedJobs(), this::job));
        add(SettingRow.leaveOut("mutedAgents", chosen.mutedAgents(), agent -> agent));
        add(SettingRow.leaveOut("mutedServers", chosen.mutedServers(), this::server));
        add(SettingRow.leaveOut("mutedErrors", chosen.mutedErrors(), error -> error));
        add(SettingRow.text("ruleCommand", chosen.ruleCommandProperty(), _ -> true, "").wide());
        add(SettingRow.text("ruleWebhook", chosen.ruleWebhookProperty(), NotificationSettings::webhookOrEmpty,
                Messages.of("settings.bad.webhook")).wide());
        add(SettingRow.secret("ruleSecret", chosen.ruleSecretProperty()));
    }

    private String job(JobKey job) {
        return settings.servers().size() > 1
                ? Messages.of("settings.jobOf", job.id(), server(job.server()))
                : job.id();
    }

    private String server(ServerAddress address) {
        return settings.known(address).map(ServerSettings::calledName).orElse(address.label());
    }
}
