package dev.jobglass.dashboard;

import dev.jobglass.settings.Theme;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu of what a person may choose: colours, discovery, the demo. */
final class SettingsMenu {
    SettingsMenu(MenuButton menu, DashboardActions actions, boolean demo) {
        ToggleGroup themes = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.of("theme." + theme));
            item.setToggleGroup(themes);
            item.setSelected(theme == actions.theme());
            item.setOnAction(_ -> actions.theme(theme));
            menu.getItems().add(item);
        }
        CheckMenuItem discovery = new CheckMenuItem(Texts.of("menu.discovery"));
        discovery.setSelected(actions.discovery());
        discovery.setDisable(demo);
        discovery.setOnAction(_ -> actions.discovery(discovery.isSelected()));
        MenuItem openDemo = new MenuItem(Texts.of("menu.demo"));
        openDemo.setDisable(demo);
        openDemo.setOnAction(_ -> actions.openDemo());
        MenuItem history = new MenuItem(Texts.of("menu.history"));
        history.setId("history");
        history.setOnAction(_ -> actions.showHistory());
        MenuItem all = new MenuItem(Texts.of("menu.settings"));
        all.setId("allSettings");
        all.setOnAction(_ -> actions.showSettings());
        MenuItem about = new MenuItem(Texts.of("menu.about"));
        about.setId("about");
        about.setOnAction(_ -> actions.about());
        menu.getItems().addAll(new SeparatorMenuItem(), discovery, all, openDemo, history,
                new SeparatorMenuItem(), about);
    }
}
