package dev.jobglass.ui.main;

import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.ThemeManager;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu of what a user may choose: colours, discovery, the demo. */
final class AppMenu {
    private final ToggleGroup themes = new ToggleGroup();
    private final CheckMenuItem discovery = new CheckMenuItem(Messages.of("main.menu.discovery"));

    /**
     * Fills a menu.
     *
     * @param menu the button that opens it
     * @param settings what is chosen
     * @param theme chooses colours
     * @param windows opens others
     * @param watchScreen shows it instead of the dashboard
     * @param openDemo does so
     * @param demo whether this is the demo
     */
    AppMenu(MenuButton menu, Settings settings, ThemeManager theme, Windows windows,
            Runnable watchScreen, Runnable openDemo, boolean demo) {
        menu.getItems().addAll(item("menuWatchJob", "main.command.watchJob", () -> windows.jobs().watch()),
                item("menuWatchScreen", "main.command.watchScreen", watchScreen),
                item("menuMini", "main.command.mini", windows::toggleMini), new SeparatorMenuItem());
        for (Theme one : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem(Messages.of("main.theme." + one));
            item.setToggleGroup(themes);
            item.setUserData(one);
            item.setOnAction(_ -> theme.choose(one));
            menu.getItems().add(item);
        }
        discovery.setDisable(demo);
        discovery.setOnAction(_ -> settings.polling().discoveryProperty().set(discovery.isSelected()));
        MenuItem openDemoItem = item("demo", "main.menu.demo", openDemo);
        openDemoItem.setDisable(demo);
        menu.getItems().addAll(new SeparatorMenuItem(), discovery,
                item("allSettings", "main.menu.settings", windows::showSettings), openDemoItem,
                item("history", "main.menu.history", windows::showHistory), new SeparatorMenuItem(),
                item("about", "main.menu.about", () -> windows.showAbout(theme.icons().getLast())));
        menu.setOnShowing(_ -> {
            themes.getToggles().forEach(item -> item.setSelected(item.getUserData() == theme.themeProperty().get()));
            discovery.setSelected(demo || settings.polling().discoveryProperty().get());
        });
    }

    private static MenuItem item(String id, String key, Runnable action) {
        MenuItem item = new MenuItem(Messages.of(key));
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
