package dev.jobglass.ui.servers;

import dev.jobglass.api.Problem;
import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Trouble, a line for each server that has it: which server, what, since when, and when the next try is; one for each
 * certificate of the user's own that is about to expire; and one for a history that cannot be written.
 * Goes by itself.
 */
public final class BannerController {
    private static final Duration REMINDED_AGAIN_AFTER = Duration.ofDays(1);
    /** Nothing is wrong yet. */
    private static final PseudoClass REMINDER = PseudoClass.getPseudoClass("reminder");

    private final Workspace workspace;
    private final ServerManager servers;
    private final UiClock clock;
    private final Times times;
    private final Runnable focusElsewhere;
    private final Consumer<MonitoredServer> enterKey;
    private final NotificationSettings notifications;

    @FXML
    private Region banner;
    @FXML
    private Node bannerKey;
    @FXML
    private Button bannerUnlock;
    @FXML
    private Node bannerTryNow;
    @FXML
    private Node bannerLater;
    @FXML
    private Label bannerText;

    /**
     * Serves the FXML of the banner.
     *
     * @param workspace of the servers
     * @param servers knows what is kept of them
     * @param clock the ticking time
     * @param times says times
     * @param focusElsewhere gives the focus to what stays when the banner goes
     * @param enterKey lets the user enter the key of a server
     * @param notifications knows when what soon expires is told again
     */
    public BannerController(Workspace workspace, ServerManager servers, UiClock clock, Times times,
            Runnable focusElsewhere, Consumer<MonitoredServer> enterKey, NotificationSettings notifications) {
        this.notifications = notifications;
        this.servers = servers;
        this.enterKey = enterKey;
        this.focusElsewhere = focusElsewhere;
        this.workspace = workspace;
        this.clock = clock;
        this.times = times;
    }

    @FXML
    private void initialize() {
        banner.managedProperty().bind(banner.visibleProperty());
        for (Node button : List.of(bannerKey, bannerUnlock, bannerTryNow, bannerLater)) {
            button.managedProperty().bind(button.visibleProperty());
        }
        bannerUnlock.textProperty().bind(servers.readingKeysProperty()
                .map(reading -> Messages.of(reading ? "servers.banner.unlocking" : "servers.banner.unlock")));
        workspace.viewsProperty().addListener((_, _, _) -> show());
        clock.timeProperty().addListener((_, _, _) -> show());
        show();
    }

    @FXML
    private void tryNow() {
        workspace.tryNow();
    }

    @FXML
    private void unlock() {
        servers.readKeys();
    }

    @FXML
    private void later() {
        notifications.certificatesFromProperty().set(clock.get().plus(REMINDED_AGAIN_AFTER));
        show();
    }

    @FXML
    private void enterKey() {
        wantsAnotherKey().ifPresent(enterKey);
    }

    private Optional<MonitoredServer> wantsAnotherKey() {
        return troubled().filter(server -> server.view().kind() == ServerStatus.Trouble.UNAUTHORISED).findFirst();
    }

    private Stream<MonitoredServer> troubled() {
        return workspace.servers().stream().filter(server -> server.view().problem() != null);
    }

    private boolean unread(MonitoredServer server) {
        return servers.known(server.server()).filter(ServerSettings::unread).isPresent();
    }

    private void show() {
        List<String> certificates = workspace.servers().stream().map(this::certificate).flatMap(Optional::stream)
                .toList();
        Optional<String> history = workspace.historyTrouble()
                .map(why -> Messages.of("servers.banner.history", PlainText.line(why)));
        String lines = Stream.of(troubled().map(this::line), certificates.stream(), history.stream())
                .flatMap(some -> some).collect(Collectors.joining("\n"));
        boolean unread = troubled().anyMatch(this::unread);
        show(bannerUnlock, unread);
        show(bannerKey, !unread && wantsAnotherKey().isPresent());
        show(bannerTryNow, troubled().anyMatch(server -> !lessIsShown(server)));
        show(bannerLater, !certificates.isEmpty());
        banner.pseudoClassStateChanged(REMINDER, troubled().allMatch(BannerController::lessIsShown)
                && history.isEmpty() && workspace.servers().stream().noneMatch(this::expired));
        banner.setVisible(!lines.isEmpty()); // after its buttons, which give the focus away
        bannerText.setText(lines);
    }

    /** What has the focus and goes gives it to the table. */
    private void show(Node button, boolean visible) {
        if (button.isFocused() && !visible) {
            focusElsewhere.run();
        }
        button.setVisible(visible);
    }

    private boolean expired(MonitoredServer server) {
        return server.certificate().soon(clock.get()).filter(at -> !at.isAfter(clock.get())).isPresent();
    }

    private Optional<String> certificate(MonitoredServer server) {
        return server.certificate().soon(clock.get())
                .filter(_ -> !clock.get().isBefore(notifications.certificatesFromProperty().get()))
                .map(at -> Messages.of(
                        at.isAfter(clock.get()) ? "servers.banner.certificate" : "servers.banner.certificateOver",
                        PlainText.line(server.name()), times.clock(at, clock.get())));
    }

    private String line(MonitoredServer monitored) {
        ServerStatus server = monitored.view();
        boolean remembered = server.lastAnswer() == null && server.link() == ServerStatus.Link.DOWN;
        String since = server.troubledSince() == null ? "" : times.clock(server.troubledSince(), clock.get());
        return Messages.of("servers.banner", PlainText.line(monitored.name()),
                PlainText.line(Messages.problem(server.problem())), since)
                + " "
                + (unread(monitored) ? Messages.of("servers.banner.locked") + " " : "")
                + (remembered ? remembered(monitored) : "")
                + nextTry(server);
    }

    /** Of how old what is shown is, which was remembered from before. */
    private String remembered(MonitoredServer server) {
        return server.board().jobs().stream().map(job -> job.view().answeredAt()).filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> Messages.of("servers.banner.remembered", times.clock(at, clock.get())) + " ").orElse("");
    }

    /** Whether all is well but for something in the list that cannot be shown, which no other try makes better. */
    private static boolean lessIsShown(MonitoredServer server) {
        return server.view().problem() instanceof Problem.PartOfList;
    }

    private static String nextTry(ServerStatus server) {
        OptionalLong seconds = server.secondsToNextTry();
        if (seconds.isEmpty() || server.problem() instanceof Problem.PartOfList) {
            return "";
        }
        return seconds.getAsLong() == 0
                ? Messages.of("common.trying")
                : Messages.of("servers.banner.next", Times.duration(Duration.ofSeconds(seconds.getAsLong())));
    }
}
