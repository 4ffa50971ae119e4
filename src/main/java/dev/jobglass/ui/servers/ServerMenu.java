package dev.jobglass.ui.servers;

import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.DashboardActions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The server pill's menu: ask now, which of the known servers are watched, what is known of each, another one. */
public final class ServerMenu {
    private final MenuButton menu;
    private final Workspace overview;
    private final DashboardActions actions;
    private final Node owner;
    private final boolean demo;

    public ServerMenu(MenuButton menu, Workspace overview, DashboardActions actions, Node owner, boolean demo) {
        this.menu = menu;
        this.overview = overview;
        this.actions = actions;
        this.owner = owner;
        this.demo = demo;
        menu.setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>(List.of(item("tryServersNow", "servers.server.tryNow", overview::tryNow),
                new SeparatorMenuItem()));
        List<ServerSettings> known = actions.servers().known();
        known.forEach(server -> items.add(watched(server)));
        if (!known.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        Menu edit = new Menu(Messages.of("servers.server.edit"));
        edit.setId("editServer");
        edit.setDisable(known.isEmpty());
        known.forEach(server -> edit.getItems().add(item(PlainText.line(title(server)), server, this::edit)));
        Menu mute = new Menu(Messages.of("servers.server.mute"));
        mute.setId("muteServer");
        overview.servers().forEach(server -> mute.getItems().add(muted(server)));
        items.addAll(List.of(item("otherServer", "servers.server.other", this::add), edit, mute));
        menu.getItems().setAll(items);
    }

    private static MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.of(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem item(String text, ServerSettings server, Consumer<String> action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.accept(server.url()));
        return item;
    }

    private MenuItem watched(ServerSettings server) {
        CheckMenuItem item = new CheckMenuItem(PlainText.line(title(server)));
        item.setMnemonicParsing(false);
        item.setSelected(!demo && overview.server(server.url()).isPresent());
        item.setOnAction(_ -> actions.servers().watch(server.url(), item.isSelected()));
        return item;
    }

    private static String title(ServerSettings server) {
        return server.name().isEmpty()
                ? server.url()
                : Messages.of("servers.server.named", server.name(), server.url());
    }

    private MenuItem muted(MonitoredServer server) {
        String url = server.server().toString();
        CheckMenuItem item = new CheckMenuItem(PlainText.line(server.name()));
        item.setMnemonicParsing(false);
        item.setSelected(actions.notifications().mutedServers().contains(url));
        item.setOnAction(_ -> actions.notifications(told -> told.withMutedServer(url, item.isSelected())));
        return item;
    }

    /** Asks for a server to watch beside the others. */
    public void add() {
        new ServerDialog(null, ServerSettings.unknown(""), actions.servers(), owner.getScene().getWindow()).show();
    }

    /** Shows what is known of a server, to be changed. */
    public void edit(String url) {
        ServerSettings server = actions.servers().known().stream().filter(known -> known.url().equals(url)).findFirst()
                .orElseGet(() -> ServerSettings.unknown(url));
        new ServerDialog(url, server, actions.servers(), owner.getScene().getWindow()).show();
    }
}
