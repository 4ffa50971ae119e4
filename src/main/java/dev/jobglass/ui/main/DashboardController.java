package dev.jobglass.ui.main;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobFilter;
import dev.jobglass.model.JobRow;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.LookSettings;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.details.DetailsPane;
import dev.jobglass.ui.jobs.EmptyPage;
import dev.jobglass.ui.jobs.FilterChips;
import dev.jobglass.ui.jobs.JobTable;
import dev.jobglass.ui.jobs.JobTableModel;
import dev.jobglass.ui.jobs.RowMenu;
import dev.jobglass.ui.jobs.StateTiles;
import dev.jobglass.ui.jobs.ThroughputChart;
import dev.jobglass.ui.jobs.UndoBar;
import dev.jobglass.ui.jobs.ViewToolbar;
import dev.jobglass.ui.servers.Banner;
import dev.jobglass.ui.servers.ServerMenu;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Binds the dashboard's parts to the board. */
public final class DashboardController implements AutoCloseable {
    private static final List<PseudoClass> LINKS = List.of(PseudoClass.getPseudoClass("connecting"),
            PseudoClass.getPseudoClass("live"), PseudoClass.getPseudoClass("troubled"),
            PseudoClass.getPseudoClass("down"));

    /** In per cent. */
    private static final int TEXT_STEP = 10;

    private final Workspace workspace;
    private final Settings settings;
    private final ThemeManager themes;
    private final ServerManager servers;
    private final Windows windows;
    private final UiClock clock;
    private final Background background;
    private final Elsewhere elsewhere;
    private final Times times = Times.here();
    private final JobTableModel visible;
    private Set<DisplayState> states = Set.of();
    private boolean everSelected;
    private List<Command> commands = List.of();
    private StateTiles stateTiles;
    private FilterChips filterChips;
    private RowMenu rowMenu;
    private ViewToolbar viewToolbar;
    private JobTable table;
    private UndoBar undoBar;
    private DetailsPane beside;
    private Subscription subscriptions = Subscription.EMPTY;

    /**
     * What can be shown instead.
     *
     * @param openDemo watches the built-in demo
     * @param watchScreen shows the watch screen
     */
    public record Elsewhere(Runnable openDemo, Runnable watchScreen) {
    }

    @FXML
    private BorderPane root;
    @FXML
    private Pane tiles;
    @FXML
    private Pane chips;
    @FXML
    private HBox bars;
    @FXML
    private Label barsCaption;
    @FXML
    private HBox spans;
    @FXML
    private TableView<JobRow> jobs;
    @FXML
    private SplitPane split;
    @FXML
    private TextField filter;
    @FXML
    private MenuButton server;
    @FXML
    private Region serverDot;
    @FXML
    private Label serverName;
    @FXML
    private Label serverLatency;
    @FXML
    private Label demoBadge;
    @FXML
    private MenuButton menu;
    @FXML
    private Region banner;
    @FXML
    private Label bannerText;
    @FXML
    private VBox emptyPage;
    @FXML
    private Label emptyTitle;
    @FXML
    private Label emptyText;
    @FXML
    private Hyperlink emptyDemo;
    @FXML
    private Button emptyClear;
    @FXML
    private Label statusCounts;
    @FXML
    private Label statusPolls;
    @FXML
    private Label statusAnswer;
    @FXML
    private Label statusZone;
    @FXML
    private HBox rows;
    @FXML
    private HBox undo;
    @FXML
    private Label undoText;

    /**
     * Serves the FXML of the same name.
     *
     * @param workspace of the servers watched
     * @param settings what the user chose
     * @param themes the colours of all windows
     * @param servers knows servers and has them watched
     * @param windows opens the others
     * @param clock the ticking time
     * @param background works for this window
     * @param elsewhere what can be shown instead
     */
    public DashboardController(Workspace workspace, Settings settings, ThemeManager themes, ServerManager servers,
            Windows windows, UiClock clock, Background background, Elsewhere elsewhere) {
        this.workspace = workspace;
        this.settings = settings;
        this.themes = themes;
        this.servers = servers;
        this.windows = windows;
        this.clock = clock;
        this.background = background;
        this.elsewhere = elsewhere;
        this.visible = new JobTableModel(workspace);
    }

    @FXML
    private void initialize() {
        table = new JobTable(jobs, visible, clock, times, workspace, this::showFailure);
        viewToolbar = new ViewToolbar(rows, workspace, settings.look());
        stateTiles = new StateTiles(tiles, workspace, pressed -> {
            states = Set.copyOf(pressed);
            applyFilter();
        });
        filterChips = new FilterChips(chips, filter::setText, stateTiles::release);
        new ThroughputChart(bars, barsCaption, spans, workspace, clock, times,
                (one, from) -> workspace.history().finished(one.server().toString(), from), background,
                (start, end) -> filter.setText(JobFilter.finished(start, end, times.zone())));
        new Banner(banner, bannerText, workspace, clock, times);
        rowMenu = new RowMenu(jobs, selection(), workspace, settings.notifications(),
                new RowMenu.Actions(this::showFailure, windows::browse, this::cancel, this::delete,
                        this::removeSelected));
        filter.textProperty().addListener((_, _, _) -> applyFilter());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                jobs.requestFocus();
            }
        });
        boolean demo = workspace.isDemo();
        demoBadge.setVisible(demo);
        demoBadge.setManaged(demo);
        emptyDemo.setVisible(!demo);
        statusZone.setText(Messages.of("main.status.zone", times.zone().getId()));
        undoBar = new UndoBar(undo, undoText, workspace);
        new ServerMenu(server, workspace, servers, settings.notifications(), windows::editServer);
        new AppMenu(menu, settings, themes, windows, elsewhere.openDemo(), demo);
        new StatusLine(statusCounts, statusPolls, statusAnswer, workspace, visible.countProperty(), clock);
        new EmptyPage(emptyPage, emptyTitle, emptyText, emptyClear, workspace, visible,
                settings.polling().discoveryProperty().map(on -> on || demo));
        workspace.viewsProperty().addListener((_, _, _) -> showServers());
        workspace.revisionProperty().addListener((_, _, _) -> selectTheFirst());
        showServers();
        commands = commands();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::questionMark);
        // What was young enough a minute ago need not be now.
        clock.timeProperty().addListener((_, _, time) -> {
            if (time.getEpochSecond() % 60 == 0 && filter.getText().contains("older:")) {
                applyFilter();
            }
        });
        followSettings();
    }

    private void followSettings() {
        LookSettings look = settings.look();
        subscriptions = Subscription.combine(
                look.textSizeProperty()
                        .subscribe(percent -> table.textScale(percent / (double) LookSettings.USUAL_TEXT)),
                look.groupingProperty().subscribe(visible::group), look.densityProperty().subscribe(table::density),
                viewToolbar::close);
    }

    /** Follows the settings no more. */
    @Override
    public void close() {
        subscriptions.unsubscribe();
    }

    /** Once, so that the details have something to tell from the beginning. */
    private void selectTheFirst() {
        if (!everSelected && root.getScene() != null && visible.countProperty().get() > 0) {
            everSelected = true;
            beside.open();
            visible.rows().stream().filter(Job.class::isInstance).findFirst()
                    .ifPresent(jobs.getSelectionModel()::select);
            jobs.requestFocus();
        }
    }

    /**
     * Names the pane to the right of the table, which comes with the first job.
     *
     * @param pane makes it, such as the details of the selected job
     */
    public void beside(Supplier<Node> pane) {
        beside = new DetailsPane(split, settings.look(), pane);
    }

    /** {@return the table's columns, also one that is not shown at present} */
    public List<? extends TableColumn<?, ?>> columns() {
        return table.columns();
    }

    /** {@return the list of selected jobs, observable} */
    public ObservableList<Job> selection() {
        return table.selected();
    }

    /**
     * Selects a job and scrolls to it, clearing a filter that hides it.
     *
     * @param job on the board
     */
    public void reveal(Job job) {
        if (!visible.passes(job)) {
            clearFilter();
        }
        visible.expandGroupOf(job);
        jobs.getSelectionModel().clearSelection();
        jobs.getSelectionModel().select(job);
        jobs.scrollTo(job);
        jobs.requestFocus();
    }

    private List<Command> commands() {
        return List.of(Command.of("palette", this::openPalette, "Shortcut+K", "F1"),
                Command.of("watchJob", this::watchJob, "Shortcut+N"),
                Command.of("filter", filter::requestFocus, "Shortcut+F"),
                Command.of("clearFilter", this::clearFilter, "Shortcut+E"),
                Command.of("group", viewToolbar::nextGrouping, "Shortcut+G"),
                Command.of("askNow", this::askNow, "F5"), Command.of("tryNow", this::tryNow, "Shortcut+R"),
                Command.of("watchScreen", this::watchScreen, "F11"),
                Command.of("history", windows::showHistory, "Shortcut+H"),
                Command.of("failure", this::showFailure),
                Command.of("cancel", this::cancel, "Shortcut+Shift+X"),
                Command.outsideText("delete", this::delete, "Shift+Delete"),
                Command.outsideText("remove", this::removeSelected, "Delete"),
                Command.outsideText("undo", this::undoRemove, "Shortcut+Z"),
                Command.outsideText("copyIds", rowMenu::copyIds, "Shortcut+C"),
                Command.of("copyCurl", rowMenu::copyCurl, "Shortcut+Shift+C"),
                Command.of("browse", () -> selection().stream().findFirst().ifPresent(windows::browse)),
                Command.of("larger", () -> larger(TEXT_STEP), "Shortcut+Plus",
                        "Shortcut+Equals", "Shortcut+Add"),
                Command.of("smaller", () -> larger(-TEXT_STEP), "Shortcut+Minus",
                        "Shortcut+Subtract"),
                Command.of("usualSize", () -> settings.look().textSizeProperty().set(LookSettings.USUAL_TEXT),
                        "Shortcut+0"),
                Command.of("settings", windows::showSettings, "Shortcut+Comma"),
                Command.of("server", this::addServer), Command.of("demo", elsewhere.openDemo()),
                Command.of("about", windows::showAbout));
    }

    private void larger(int percent) {
        ObjectProperty<Integer> size = settings.look().textSizeProperty();
        size.set(size.get() + percent);
    }

    private void cancel() {
        windows.cancel(List.copyOf(selection()));
    }

    private void delete() {
        windows.delete(List.copyOf(selection()));
    }

    private void openPalette() {
        windows.showPalette(commands);
    }

    private void shortcut(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        Optional<Command> meant = commands.stream().filter(command -> command.meant(event, typing)).findFirst();
        if (meant.isPresent()) {
            meant.get().action().run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == jobs && !selection().isEmpty()
                && jobs.getFocusModel().getFocusedItem() instanceof Job) {
            showFailure();
            event.consume();
        }
    }

    /** By the character, for it lies elsewhere on each keyboard. */
    private void questionMark(KeyEvent event) {
        if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
            openPalette();
            event.consume();
        }
    }

    private void applyFilter() {
        JobFilter wanted = JobFilter.of(filter.getText(), states, InstantSource.system());
        visible.filter(wanted);
        filterChips.show(wanted);
    }

    @FXML
    private void watchJob() {
        windows.watchJobs();
    }

    @FXML
    private void askNow() {
        workspace.askNow(List.copyOf(selection()));
    }

    private void showFailure() {
        selection().stream().filter(job -> job.view().state() == DisplayState.FAILED).findFirst()
                .ifPresent(windows::showFailure);
    }

    @FXML
    private void watchScreen() {
        elsewhere.watchScreen().run();
    }

    /**
     * Shows only jobs that match, as if it had been typed.
     *
     * @param text as the filter field takes it
     */
    public void filter(String text) {
        filter.setText(text);
    }

    /** {@return what is typed in the filter field} */
    public String filterText() {
        return filter.getText();
    }

    /** {@return what the filter field asks for, without the tiles} */
    public JobFilter words() {
        return JobFilter.of(filter.getText(), Set.of(), InstantSource.system());
    }

    @FXML
    private void clearFilter() {
        filter.clear();
        stateTiles.clear();
    }

    @FXML
    private void tryNow() {
        workspace.tryNow();
    }

    @FXML
    private void openDemo() {
        elsewhere.openDemo().run();
    }

    @FXML
    private void removeSelected() {
        List<Job> gone = List.copyOf(selection());
        if (gone.isEmpty()) {
            return;
        }
        undoBar.remove(gone);
    }

    @FXML
    private void undoRemove() {
        undoBar.undo().forEach(jobs.getSelectionModel()::select);
    }

    @FXML
    private void forgetUndo() {
        undoBar.close();
    }

    @FXML
    private void addServer() {
        windows.editServer(null);
    }

    /** The pill says in colour and words whether the servers answer. */
    private void showServers() {
        List<ServerStatus> views = workspace.viewsProperty().get();
        for (ServerStatus.Link link : ServerStatus.Link.values()) {
            serverDot.pseudoClassStateChanged(LINKS.get(link.ordinal()), link == workspace.worstLink());
        }
        serverName.setText(views.size() == 1
                ? PlainText.line(views.getFirst().name())
                : Messages.of("servers.server.several", views.size()));
        serverLatency.setText(views.size() == 1 ? howItStands(views.getFirst()) : howManyAnswer(views));
        server.setAccessibleText(serverName.getText() + " " + serverLatency.getText());
    }

    private static String howItStands(ServerStatus view) {
        return switch (view.link()) {
            case LIVE -> Messages.of("servers.server.live", view.latency().toMillis());
            case CONNECTING, TROUBLED, DOWN -> Messages.of("servers.server." + view.link());
        };
    }

    private static String howManyAnswer(List<ServerStatus> views) {
        long live = views.stream().filter(view -> view.link() == ServerStatus.Link.LIVE).count();
        return views.isEmpty()
                ? ""
                : live == views.size()
                        ? Messages.of("servers.server.allLive")
                        : Messages.of("servers.server.someLive", live, views.size());
    }
}
