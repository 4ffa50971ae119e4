package dev.jobglass.dashboard;

import dev.jobglass.board.Now;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobFilter;
import dev.jobglass.board.ServerView;
import dev.jobglass.board.ShownState;
import dev.jobglass.board.Watching;
import dev.jobglass.board.text.Times;
import dev.jobglass.settings.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Binds the dashboard's parts to the board. */
public final class DashboardController {
    private static final List<PseudoClass> LINKS = List.of(PseudoClass.getPseudoClass("connecting"),
            PseudoClass.getPseudoClass("live"), PseudoClass.getPseudoClass("troubled"),
            PseudoClass.getPseudoClass("down"));

    private final Watching watching;
    private final DashboardActions actions;
    private final Now now;
    private final boolean demo;
    private final Times times = Times.here();
    private final VisibleJobs visible;
    private List<Job> lastRemoved = List.of();
    private Set<ShownState> states = Set.of();
    private boolean everSelected;
    private Node beside;

    @FXML
    private BorderPane root;
    @FXML
    private Pane tiles;
    @FXML
    private HBox bars;
    @FXML
    private Label barsCaption;
    @FXML
    private TableView<Job> jobs;
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
    private Label statusCounts;
    @FXML
    private Label statusPolls;
    @FXML
    private Label statusAnswer;
    @FXML
    private Label statusZone;
    @FXML
    private HBox undo;
    @FXML
    private Label undoText;

    /**
     * Serves the FXML of the same name.
     *
     * @param watching the server watched
     * @param actions the program around
     * @param now the ticking time
     * @param demo whether this is the demo
     */
    public DashboardController(Watching watching, DashboardActions actions, Now now, boolean demo) {
        this.watching = watching;
        this.actions = actions;
        this.now = now;
        this.demo = demo;
        this.visible = new VisibleJobs(watching.board());
    }

    @FXML
    private void initialize() {
        new JobTable(jobs, visible, now, times, watching.board().serverProperty());
        new Tiles(tiles, watching.board(), pressed -> {
            states = Set.copyOf(pressed);
            applyFilter();
        });
        new LastHour(bars, barsCaption, watching.board(), now);
        new Banner(banner, bannerText, watching, now, times);
        filter.textProperty().addListener((_, _, _) -> applyFilter());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                jobs.requestFocus();
            }
        });
        serverName.setText(watching.server().label());
        demoBadge.setVisible(demo);
        demoBadge.setManaged(demo);
        emptyDemo.setVisible(!demo);
        statusZone.setText(Texts.of("status.zone", times.zone().getId()));
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setVisible(false);
        server.setOnShowing(_ -> fillServerMenu());
        fillServerMenu();
        fillMenu();
        watching.board().serverProperty().addListener((_, _, view) -> show(view));
        now.timeProperty().addListener((_, _, _) -> {
            watching.board().judgeStalls();
            show(watching.board().serverProperty().get());
        });
        visible.items().addListener((ListChangeListener<Job>) _ -> showEmptyPage());
        watching.board().revisionProperty().addListener((_, _, _) -> selectTheFirst());
        visible.refresh();
        show(watching.board().serverProperty().get());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    }

    /** Once, so that the details have something to tell from the beginning. */
    private void selectTheFirst() {
        if (!everSelected && !visible.items().isEmpty()) {
            everSelected = true;
            showPaneBeside();
            jobs.getSelectionModel().selectFirst();
            jobs.requestFocus();
        }
    }

    /**
     * Puts a pane to the right of the table, as soon as there is a job.
     *
     * @param pane such as the details of the selected job
     */
    public void showBeside(Node pane) {
        beside = pane;
    }

    /** With the first job, since there is nothing to tell before. */
    private void showPaneBeside() {
        Node pane = beside;
        split.getItems().add(pane);
        SplitPane.setResizableWithParent(pane, false);
        split.applyCss();
        // The divider wants a share, the pane a width; only when the window has one can they agree.
        if (split.getWidth() > 0) {
            split.setDividerPosition(0, 1 - pane.prefWidth(-1) / split.getWidth());
        }
    }

    /** {@return the table's columns} */
    public List<? extends TableColumn<?, ?>> columns() {
        return jobs.getColumns();
    }

    /** {@return the list of selected jobs, observable} */
    public ObservableList<Job> selection() {
        return jobs.getSelectionModel().getSelectedItems();
    }

    /**
     * Selects a job and scrolls to it, clearing a filter that hides it.
     *
     * @param job on the board
     */
    public void reveal(Job job) {
        if (!visible.items().contains(job)) {
            filter.clear();
            tiles.lookupAll(".tile").forEach(tile -> ((javafx.scene.control.ToggleButton) tile).setSelected(false));
        }
        jobs.getSelectionModel().clearSelection();
        jobs.getSelectionModel().select(job);
        jobs.scrollTo(job);
        jobs.requestFocus();
    }

    private void shortcut(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextField;
        if (KeyCombination.valueOf("Shortcut+N").match(event)) {
            watchJob();
        } else if (KeyCombination.valueOf("Shortcut+F").match(event)) {
            filter.requestFocus();
        } else if (event.getCode() == KeyCode.F5) {
            askNow();
        } else if (event.getCode() == KeyCode.F11) {
            actions.toggleFullScreen();
        } else if (event.getCode() == KeyCode.DELETE && !typing) {
            removeSelected();
        } else if (KeyCombination.valueOf("Shortcut+Z").match(event) && !typing) {
            undoRemove();
        } else {
            return;
        }
        event.consume();
    }

    private void applyFilter() {
        visible.filter(JobFilter.of(filter.getText(), states));
        showEmptyPage();
    }

    @FXML
    private void watchJob() {
        new WatchJobDialog(watching, root.getScene().getWindow()).show();
    }

    @FXML
    private void askNow() {
        watching.askNow(List.copyOf(selection()));
    }

    @FXML
    private void fullScreen() {
        actions.toggleFullScreen();
    }

    @FXML
    private void tryNow() {
        watching.tryNow();
    }

    @FXML
    private void openDemo() {
        actions.openDemo();
    }

    @FXML
    private void removeSelected() {
        List<Job> gone = List.copyOf(selection());
        if (gone.isEmpty()) {
            return;
        }
        jobs.getSelectionModel().clearSelection();
        watching.remove(gone);
        lastRemoved = gone;
        undoText.setText(Texts.of("undo.text", gone.size(), gone.getFirst().id()));
        undo.setVisible(true);
    }

    @FXML
    private void undoRemove() {
        watching.restore(lastRemoved);
        forgetUndo();
    }

    @FXML
    private void forgetUndo() {
        lastRemoved = List.of();
        undo.setVisible(false);
    }

    @FXML
    private void otherServer() {
        new ServerDialog(watching.server().toString(), actions, root.getScene().getWindow()).show();
    }

    private void fillServerMenu() {
        MenuItem ask = new MenuItem(Texts.of("server.tryNow"));
        ask.setOnAction(_ -> tryNow());
        MenuItem other = new MenuItem(Texts.of("server.other"));
        other.setId("otherServer");
        other.setOnAction(_ -> otherServer());
        server.getItems().setAll(ask, new SeparatorMenuItem());
        for (String url : actions.knownServers()) {
            MenuItem item = new MenuItem(url);
            item.setMnemonicParsing(false);
            item.setDisable(url.equals(watching.server().toString()));
            item.setOnAction(_ -> actions.connect(url, null));
            server.getItems().add(item);
        }
        server.getItems().add(other);
    }

    private void fillMenu() {
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.of("theme." + theme));
            item.setToggleGroup(group);
            item.setSelected(theme == actions.theme());
            item.setOnAction(_ -> actions.theme(theme));
            menu.getItems().add(item);
        }
        CheckMenuItem discovery = new CheckMenuItem(Texts.of("menu.discovery"));
        discovery.setSelected(actions.discovery());
        discovery.setOnAction(_ -> actions.discovery(discovery.isSelected()));
        MenuItem demoItem = new MenuItem(Texts.of("menu.demo"));
        demoItem.setDisable(demo);
        demoItem.setOnAction(_ -> actions.openDemo());
        menu.getItems().addAll(new SeparatorMenuItem(), discovery, demoItem);
    }

    private void show(ServerView view) {
        for (ServerView.Link link : ServerView.Link.values()) {
            serverDot.pseudoClassStateChanged(LINKS.get(link.ordinal()), link == view.link());
        }
        serverLatency.setText(switch (view.link()) {
            case LIVE -> Texts.of("server.live", view.latency().toMillis());
            case CONNECTING, TROUBLED, DOWN -> Texts.of("server." + view.link());
        });
        server.setAccessibleText(serverName.getText() + " " + serverLatency.getText());
        statusCounts.setText(Texts.of("status.counts", watching.board().jobs().size(), view.live()));
        statusPolls.setText(view.latenessP99() == null
                ? ""
                : Texts.of("status.polls", view.latenessP99().toMillis(), view.pollsPerSecond()));
        statusAnswer.setText(view.lastAnswer() == null
                ? Texts.of("status.noAnswer")
                : Texts.of("status.answer", age(view)));
        showEmptyPage();
    }

    private String age(ServerView view) {
        Duration age = Duration.between(view.lastAnswer(), now.get());
        return age.isNegative() ? Times.duration(Duration.ZERO) : Times.duration(age);
    }

    /** The calm page: no jobs yet, for one of several reasons, each with what to do. */
    private void showEmptyPage() {
        boolean noJobs = watching.board().jobs().isEmpty();
        emptyPage.setVisible(visible.items().isEmpty());
        if (!emptyPage.isVisible()) {
            return;
        }
        ServerView view = watching.board().serverProperty().get();
        String key = !noJobs
                ? "empty.filtered"
                : view.link() == ServerView.Link.DOWN
                        ? "empty.down"
                        : view.link() == ServerView.Link.CONNECTING
                                ? "empty.connecting"
                                : view.noList() != null || !actions.discovery() ? "empty.noList" : "empty.none";
        emptyTitle.setText(Texts.of(key + ".title", watching.server().label()));
        String reason = view.trouble() != null ? view.trouble() : view.noList() != null ? view.noList() : "";
        emptyText.setText(Texts.of(key + ".text", watching.server().toString(), reason));
    }
}
