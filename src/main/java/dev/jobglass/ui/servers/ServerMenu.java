package dev.jobglass.ui.servers;

import dev.jobglass.model.ServerStatus;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The server pill's menu: ask now, which of the known servers are watched, what is known of each, another one. */
public final class ServerMenu {
    private final MenuButton menu;
    private final Workspace workspace;
    private final ServerManager servers;
    private final NotificationSettings notifications;
    private final Consumer<ServerSettings> edit;

    /**
     * Fills a menu each time it is shown.
     *
     * @param menu the pill
     * @param workspace of the servers
     * @param servers has them watched
     * @param notifications of which servers the user is notified
     * @param edit shows what is known of a server, to be changed; takes null for a new one
     */
    public ServerMenu(MenuButton menu, Workspace workspace, ServerManager servers,
            NotificationSettings notifications, Consumer<ServerSettings> edit) {
        this.menu = menu;
        this.workspace = workspace;
        this.servers = servers;
        this.notifications = notifications;
        this.edit = edit;
        menu.setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>(
                List.of(item("tryServersNow", "servers.server.tryNow", workspace::tryNow), new SeparatorMenuItem()));
        List<ServerSettings> known = servers.known();
        known.forEach(server -> items.add(watched(server)));
        if (!known.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        Menu change = new Menu(Messages.of("servers.server.edit"));
        change.setId("editServer");
        change.setDisable(known.isEmpty());
        known.forEach(server -> change.getItems().add(editing(server)));
        Menu mute = new Menu(Messages.of("servers.server.mute"));
        mute.setId("muteServer");
        workspace.servers().forEach(server -> mute.getItems().add(muted(server)));
        mute.setDisable(mute.getItems().isEmpty());
        items.addAll(List.of(item("otherServer", "servers.server.other", () -> edit.accept(null)), change, mute));
        menu.getItems().setAll(items);
    }

    private static MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.of(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private MenuItem editing(ServerSettings server) {
        MenuItem item = new MenuItem(PlainText.shortLine(title(server)));
        item.setMnemonicParsing(false);
        Texts.inOneTypeface(item);
        item.setOnAction(_ -> edit.accept(server));
        return item;
    }

    private MenuItem watched(ServerSettings server) {
        Optional<MonitoredServer> watched = workspace.server(server.address());
        CheckMenuItem item = new CheckMenuItem(Messages.joined(PlainText.shortLine(title(server)),
                watched.map(one -> state(one.view())).orElse("")));
        item.setMnemonicParsing(false);
        Texts.inOneTypeface(item);
        item.setSelected(!workspace.isDemo() && watched.isPresent());
        item.setOnAction(_ -> servers.watch(server.address(), item.isSelected()));
        return item;
    }

    /**
     * {@return whether a server answers, in a word or two}
     *
     * @param server as it is now
     */
    public static String state(ServerStatus server) {
        return switch (server.link()) {
            case LIVE -> Messages.of("servers.server.live", server.latency().toMillis());
            case CONNECTING, TROUBLED, DOWN -> Messages.of("servers.server." + server.link());
        };
    }

    private static String title(ServerSettings server) {
        String name = server.nameProperty().get();
        String address = server.address().toString();
        return name.isEmpty() ? address : Messages.of("servers.server.named", name, address);
    }

    private MenuItem muted(MonitoredServer server) {
        CheckMenuItem item = new CheckMenuItem(PlainText.shortLine(server.name()));
        item.setMnemonicParsing(false);
        Texts.inOneTypeface(item);
        item.setSelected(notifications.mutedServers().contains(server.server()));
        item.setOnAction(_ -> {
            if (item.isSelected()) {
                notifications.mutedServers().add(server.server());
            } else {
                notifications.mutedServers().remove(server.server());
            }
        });
        return item;
    }
}
