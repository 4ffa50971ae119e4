package dev.jobglass.ui.settings;

import dev.jobglass.text.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Settings below a heading, which goes when none of them is found. */
final class SettingSection extends VBox {
    private final Label heading;

    SettingSection(String key) {
        heading = new Label(Messages.of("settings." + key));
        heading.getStyleClass().add("settings-section");
        getChildren().add(heading);
        managedProperty().bind(visibleProperty());
    }

    /** Adds one at the end. */
    void add(SettingRow row) {
        getChildren().add(row);
    }

    /** Takes away all that were there, for these. */
    void replace(List<SettingRow> rows) {
        getChildren().setAll(rows);
        getChildren().addFirst(heading);
    }

    /** Shows the settings in which all of the words occur, and {@return whether there are any} */
    boolean find(String words) {
        List<SettingRow> rows = getChildren().stream().filter(SettingRow.class::isInstance).map(SettingRow.class::cast)
                .toList();
        rows.forEach(row -> row.setVisible(row.matches(words, heading.getText())));
        setVisible(rows.stream().anyMatch(SettingRow::isVisible));
        return isVisible();
    }

    /** Uses what was typed and not finished. */
    void close() {
        getChildren().stream()
                .filter(SettingRow.class::isInstance)
                .map(SettingRow.class::cast)
                .forEach(SettingRow::close);
    }
}
