package dev.jobglass.ui.main;

import dev.jobglass.settings.Theme;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.DashboardActions;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu of what a person may choose: colours, discovery, the demo. */
final class AppMenu {
    AppMenu(MenuButton menu, DashboardActions actions, boolean demo) {
        ToggleGroup themes = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.of("main.theme." + theme));
            item.setToggleGroup(themes);
            item.setSelected(theme == actions.theme());
            item.setOnAction(_ -> actions.theme(theme));
            menu.getItems().add(item);
        }
        CheckMenuItem discovery = new CheckMenuItem(Messages.of("main.menu.discovery"));
        discovery.setSelected(actions.discovery());
        discovery.setDisable(demo);
        discovery.setOnAction(_ -> actions.discovery(discovery.isSelected()));
        MenuItem openDemo = new MenuItem(Messages.of("main.menu.demo"));
        openDemo.setDisable(demo);
        openDemo.setOnAction(_ -> actions.openDemo());
        MenuItem history = new MenuItem(Messages.of("main.menu.history"));
        history.setId("history");
        history.setOnAction(_ -> actions.showHistory());
        MenuItem all = new MenuItem(Messages.of("main.menu.settings"));
        all.setId("allSettings");
        all.setOnAction(_ -> actions.showSettings());
        MenuItem about = new MenuItem(Messages.of("main.menu.about"));
        about.setId("about");
        about.setOnAction(_ -> actions.about());
        menu.getItems().addAll(new SeparatorMenuItem(), discovery, all, openDemo, history,
                new SeparatorMenuItem(), about);
    }
}
