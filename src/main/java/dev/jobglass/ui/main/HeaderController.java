package dev.jobglass.ui.main;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.Settings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.CollapsingBox;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Completion;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.jobs.FilterModel;
import dev.jobglass.ui.jobs.FilterSuggestions;
import dev.jobglass.ui.servers.ServerMenu;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** The line at the top: the servers' pill, the filter, and what can be opened. */
public final class HeaderController {
    private static final List<PseudoClass> LINKS = List.of(PseudoClass.getPseudoClass("connecting"),
            PseudoClass.getPseudoClass("live"), PseudoClass.getPseudoClass("troubled"),
            PseudoClass.getPseudoClass("down"));

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** When there is not room for all of the line; the other steps are in the FXML. */
    private static final int LATENCY_STEP = 3;
    private static final int NAME_STEP = 6;

    private final Workspace workspace;
    private final Settings settings;
    private final ThemeManager themes;
    private final ServerManager servers;
    private final Windows windows;
    private final FilterModel filterModel;
    private final DashboardController.Elsewhere elsewhere;
    private final Runnable leaveFilter;
    private final Runnable enterTable;
    /** How it stood with the servers when the width of its words was taken. */
    private ServerStatus.Link shownLink;

    @FXML
    private CollapsingBox header;
    @FXML
    private MenuButton server;
    @FXML
    private Region serverDot;
    @FXML
    private Label serverName;
    @FXML
    private Label serverLatency;
    @FXML
    private Node demoBadge;
    @FXML
    private TextField filter;
    @FXML
    private Node filterKey;
    @FXML
    private MenuButton menu;

    /**
     * Serves the FXML of the header.
     *
     * @param workspace of the servers
     * @param settings what the user chose
     * @param themes the colours of all windows
     * @param servers has servers watched
     * @param windows opens others
     * @param filterModel takes the words of the filter
     * @param elsewhere what can be shown instead
     * @param leaveFilter gives the focus to the table
     * @param enterTable does so too, and has a row selected there
     */
    HeaderController(Workspace workspace, Settings settings, ThemeManager themes, ServerManager servers,
            Windows windows, FilterModel filterModel, DashboardController.Elsewhere elsewhere,
            Runnable leaveFilter, Runnable enterTable) {
        this.workspace = workspace;
        this.settings = settings;
        this.themes = themes;
        this.servers = servers;
        this.windows = windows;
        this.filterModel = filterModel;
        this.elsewhere = elsewhere;
        this.leaveFilter = leaveFilter;
        this.enterTable = enterTable;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(filterModel.textProperty());
        Completion.offer(filter, new FilterSuggestions(workspace)::of);
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                filter.clear();
                leaveFilter.run();
            } else if (event.getCode() == KeyCode.DOWN) {
                enterTable.run();
            }
        });
        filter.setOnAction(_ -> leaveFilter.run());
        Texts.prompt(filter, Messages.of("jobs.filter.prompt"), Messages.of("jobs.filter.few"));
        filter.widthProperty().subscribe(this::showFilterKey);
        if (!workspace.isDemo()) {
            header.getChildren().remove(demoBadge);
        }
        serverLatency.visibleProperty().bind(header.step(LATENCY_STEP).not());
        serverLatency.managedProperty().bind(serverLatency.visibleProperty());
        header.step(NAME_STEP).subscribe(cut -> server.setMinWidth(cut ? 0 : Region.USE_PREF_SIZE));
        serverLatency.fontProperty().addListener((_, _, _) -> {
            shownLink = null;
            keepLatencyWide();
        });
        Texts.tooltipWhenCut(serverName);
        Texts.inOneTypeface(serverName);
        Texts.inOneTypeface(filter);
        new ServerMenu(server, workspace, servers, settings.notifications(), windows::editServer);
        new AppMenu(menu, settings, themes, windows, elsewhere.watchScreen(), elsewhere.openDemo(),
                workspace.isDemo());
        workspace.viewsProperty().addListener((_, _, _) -> showServers());
        showServers();
    }

    /** Where the field is as narrow as can be, its key would cover what is typed. */
    private void showFilterKey() {
        boolean narrow = filter.getWidth() < filter.prefWidth(-1) - 1;
        filterKey.setVisible(!narrow);
        filter.pseudoClassStateChanged(NARROW, narrow);
    }

    /** Gives the filter the focus. */
    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @FXML
    private void watchJob() {
        windows.jobs().watch();
    }

    @FXML
    private void watchScreen() {
        elsewhere.watchScreen().run();
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
        serverLatency.setText(views.size() == 1 ? ServerMenu.state(views.getFirst()) : howManyAnswer(views));
        keepLatencyWide();
        server.setAccessibleText(serverName.getText() + " " + serverLatency.getText());
    }

    /** As wide as it was, that its neighbours stay where they are while the numbers change. */
    private void keepLatencyWide() {
        boolean sameLink = shownLink == workspace.worstLink();
        shownLink = workspace.worstLink();
        double wanted = serverLatency.prefWidth(-1);
        serverLatency.setMinWidth(sameLink ? Math.max(serverLatency.getMinWidth(), wanted) : wanted);
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
