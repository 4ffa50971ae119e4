package dev.jobglass.ui.settings;

import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableSet;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;

/** What was chosen elsewhere, of which each, or all at once, can be left out. JavaFX thread only. */
final class LeaveOutMenu<T> extends MenuButton {
    /** More names nobody looks through in a menu. */
    private static final int MOST_NAMED = 50;

    private final String key;
    private final ObservableSet<T> chosen;
    private final Function<T, String> name;

    /**
     * Makes the menu; it follows nothing yet.
     *
     * @param key of its texts
     * @param chosen elsewhere
     * @param name of one of them
     */
    LeaveOutMenu(String key, ObservableSet<T> chosen, Function<T, String> name) {
        this.key = key;
        this.chosen = chosen;
        this.name = name;
        setOnShowing(_ -> fill());
        count();
    }

    /** {@return what ends that it follows what is chosen} */
    Subscription follow() {
        return chosen.subscribe(this::count);
    }

    private void count() {
        setText(Messages.of("settings." + key + ".count", chosen.size()));
        setDisable(chosen.isEmpty());
        // A menu without an item would not open, and what was in it is shown for a moment.
        getItems().setAll(new MenuItem());
    }

    private void fill() {
        MenuItem none = new MenuItem(Messages.of("settings.leaveOut.all"));
        none.setOnAction(_ -> chosen.clear());
        List<MenuItem> items = new ArrayList<>(List.of(none, new SeparatorMenuItem()));
        chosen.stream().sorted(Comparator.comparing(name)).limit(MOST_NAMED)
                .map(this::item).forEach(items::add);
        if (chosen.size() > MOST_NAMED) {
            MenuItem others = new MenuItem(Messages.of("settings.leaveOut.others", chosen.size() - MOST_NAMED));
            others.setDisable(true);
            items.add(others);
        }
        getItems().setAll(items);
    }

    private MenuItem item(T one) {
        CheckMenuItem item = new CheckMenuItem(PlainText.shortLine(name.apply(one)));
        item.setMnemonicParsing(false);
        Texts.inOneTypeface(item);
        item.setSelected(true);
        item.setOnAction(_ -> chosen.remove(one));
        return item;
    }
}
