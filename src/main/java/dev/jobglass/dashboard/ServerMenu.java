package dev.jobglass.dashboard;

import dev.jobglass.board.Watching;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The server pill's menu: ask now, the servers known, another one. */
final class ServerMenu {
    private final MenuButton menu;
    private final Watching watching;
    private final DashboardActions actions;
    private final Node owner;

    ServerMenu(MenuButton menu, Watching watching, DashboardActions actions, Node owner) {
        this.menu = menu;
        this.watching = watching;
        this.actions = actions;
        this.owner = owner;
        menu.setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        MenuItem ask = new MenuItem(Texts.of("server.tryNow"));
        ask.setOnAction(_ -> watching.tryNow());
        MenuItem other = new MenuItem(Texts.of("server.other"));
        other.setId("otherServer");
        other.setOnAction(_ -> askForAnother());
        String url = watching.server().toString();
        CheckMenuItem mute = new CheckMenuItem(Texts.of("server.mute"));
        mute.setSelected(actions.notifications().mutedServers().contains(url));
        mute.setOnAction(_ -> actions.notifications(told -> told.withMutedServer(url, mute.isSelected())));
        menu.getItems().setAll(ask, mute, new SeparatorMenuItem());
        for (String known : actions.knownServers()) {
            MenuItem item = new MenuItem(known);
            item.setMnemonicParsing(false);
            item.setDisable(known.equals(url));
            item.setOnAction(_ -> actions.connect(known, null));
            menu.getItems().add(item);
        }
        menu.getItems().add(other);
    }

    void askForAnother() {
        new ServerDialog(watching.server().toString(), actions, owner.getScene().getWindow()).show();
    }
}
