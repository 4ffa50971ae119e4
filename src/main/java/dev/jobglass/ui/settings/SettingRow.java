package dev.jobglass.ui.settings;

import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Choices;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One setting: its name, what it means, and where to choose. */
final class SettingRow extends HBox {
    private final String words;
    private final Label complaint = new Label();

    private SettingRow(String key, Control editor) {
        this(key, Messages.of("settings." + key), Messages.of("settings." + key + ".help"), editor);
    }

    private SettingRow(String key, String title, String meaning, Control editor) {
        Label name = new Label(title);
        Label help = new Label(meaning);
        help.getStyleClass().add("subtle");
        help.setWrapText(true);
        help.managedProperty().bind(help.textProperty().isNotEmpty());
        complaint.getStyleClass().add("complaint");
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        VBox text = new VBox(name, help, complaint);
        HBox.setHgrow(text, Priority.ALWAYS);
        editor.setId(key.replace('.', '-'));
        editor.setMinWidth(Region.USE_PREF_SIZE);
        editor.setAccessibleText(editor instanceof Labeled labeled ? labeled.getText() + " " + title : title);
        name.setLabelFor(editor);
        getStyleClass().add("setting");
        getChildren().addAll(text, editor);
        words = (name.getText() + " " + help.getText() + " " + key).toLowerCase(Locale.getDefault());
        managedProperty().bind(visibleProperty());
    }

    /** {@return whether all of the words occur in it} */
    boolean matches(String search) {
        return List.of(search.toLowerCase(Locale.getDefault()).strip().split("\\s+")).stream()
                .allMatch(words::contains);
    }

    static SettingRow check(String key, boolean on, Consumer<Boolean> apply) {
        CheckBox box = new CheckBox();
        box.setSelected(on);
        box.selectedProperty().addListener((_, _, chosen) -> apply.accept(chosen));
        return new SettingRow(key, box);
    }

    /** One of the servers, or with an empty address a new one. */
    static SettingRow server(String key, String title, String address, Runnable edit) {
        Button button = new Button(Messages.of("settings." + key + ".do"));
        button.setOnAction(_ -> edit.run());
        return new SettingRow(key, title, address, button);
    }

    static <T> SettingRow choice(String key, List<T> values, T chosen, Function<T, String> name, Consumer<T> apply) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setConverter(Choices.named(value -> value == null ? "" : name.apply(value)));
        box.getItems().setAll(values);
        box.setValue(chosen);
        box.valueProperty().addListener((_, _, value) -> apply.accept(value));
        return new SettingRow(key, box);
    }

    /** A whole number within bounds. */
    static SettingRow number(String key, int value, int least, int most, Consumer<Integer> apply) {
        return typed(key, Integer.toString(value), text -> text.matches("\\d{1,6}")
                && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most,
                Messages.of("settings.bad.number", least, most), text -> apply.accept(Integer.valueOf(text)));
    }

    /** Text that is applied as soon as it makes sense, and complained about while it does not. */
    static SettingRow typed(String key, String value, Predicate<String> sensible, String complaint,
            Consumer<String> apply) {
        TextField field = new TextField(value);
        field.setPrefColumnCount(6);
        SettingRow row = new SettingRow(key, field);
        field.textProperty().addListener((_, _, text) -> {
            boolean good = sensible.test(text.strip());
            row.complaint.setText(good ? "" : complaint);
            if (good) {
                apply.accept(text.strip());
            }
        });
        return row;
    }
}
