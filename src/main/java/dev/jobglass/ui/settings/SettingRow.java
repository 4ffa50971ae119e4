package dev.jobglass.ui.settings;

import dev.jobglass.text.Messages;
import dev.jobglass.text.WordSearch;
import dev.jobglass.ui.common.Choices;
import dev.jobglass.ui.common.Visibility;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One setting: its name, what it means, and where to choose. */
final class SettingRow extends HBox {
    /** In letters. */
    private static final int SHORT = 6;
    private static final int LONG = 18;

    private final String words;
    private final Label complaint = new WrappedLabel();
    private TextField field;
    private Object bound;
    private Subscription shown = Subscription.EMPTY;
    private Runnable finish = () -> {
        // There is nothing half-typed.
    };

    private SettingRow(String key, Control editor) {
        this(key, Messages.of("settings." + key), Messages.of("settings." + key + ".help"), editor);
    }

    private SettingRow(String key, String title, String meaning, Control editor) {
        Label name = new WrappedLabel(title);
        Label help = new WrappedLabel(meaning);
        help.getStyleClass().add("subtle");
        Visibility.onlyWithText(help);
        complaint.getStyleClass().add("complaint");
        Visibility.onlyWithText(complaint);
        VBox text = new VBox(name, help, complaint);
        HBox.setHgrow(text, Priority.ALWAYS);
        editor.setId(key.replace('.', '-'));
        editor.setMinWidth(Region.USE_PREF_SIZE);
        editor.setAccessibleText(editor instanceof Labeled labeled ? labeled.getText() + " " + title : title);
        name.setLabelFor(editor);
        getStyleClass().add("setting");
        getChildren().addAll(text, editor);
        words = name.getText() + " " + help.getText() + " " + key;
        managedProperty().bind(visibleProperty());
    }

    /** {@return whether all of the words occur in it or in the title of its section} */
    boolean matches(String search, String section) {
        return WordSearch.hasAll(words + " " + section, search);
    }

    static SettingRow check(String key, Property<Boolean> on) {
        CheckBox box = new CheckBox();
        Bindings.bindBidirectional(box.selectedProperty(), on);
        SettingRow row = new SettingRow(key, box);
        row.bound = on; // a binding alone would not keep it
        return row;
    }

    /** {@return this, which complains of what cannot be kept} */
    SettingRow complaining(ObservableValue<String> problem) {
        shown = problem.subscribe(complaint::setText);
        return this;
    }

    /** Something that is done at once. */
    static SettingRow action(String key, Runnable act) {
        return server(key, Messages.of("settings." + key), Messages.of("settings." + key + ".help"), act);
    }

    /** One of the servers, or with an empty address a new one. */
    static SettingRow server(String key, String title, String address, Runnable edit) {
        Button button = new Button(Messages.of("settings." + key + ".do"));
        button.setOnAction(_ -> edit.run());
        return new SettingRow(key, title, address, button);
    }

    static <T> SettingRow choice(String key, List<T> values, Property<T> chosen, Function<T, String> name) {
        ChoiceBox<T> box = new ChoiceBox<>();
        Choices.byArrows(box);
        box.setConverter(Choices.named(value -> value == null ? "" : name.apply(value)));
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(chosen);
        return new SettingRow(key, box);
    }

    /** What was chosen elsewhere, of which each can be left out. */
    static <T> SettingRow leaveOut(String key, ObservableSet<T> chosen, Function<T, String> name) {
        LeaveOutMenu<T> menu = new LeaveOutMenu<>(key, chosen, name);
        SettingRow row = new SettingRow(key, menu);
        row.shown = menu.follow();
        return row;
    }

    /** A whole number within bounds. */
    static SettingRow number(String key, Property<Integer> number, int least, int most) {
        SettingRow row = typed(key, text -> text.matches("\\p{Nd}{1,6}") && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= most, Messages.of("settings.bad.number", least, most),
                text -> number.setValue(Integer.valueOf(text)));
        row.follow(number.map(value -> Integer.toString(value)));
        return row;
    }

    /**
     * Text that is complained about while it makes no sense, and used once it is finished: by Enter, or when the user
     * goes elsewhere. Half a number is a number too.
     */
    static SettingRow text(String key, Property<String> value, Predicate<String> sensible, String complaint) {
        SettingRow row = typed(key, sensible, complaint, value::setValue);
        row.follow(value);
        return row;
    }

    /** A text that nobody is to read over one's shoulder. */
    static SettingRow secret(String key, Property<String> value) {
        SettingRow row = typed(key, _ -> true, "", value::setValue, new PasswordField());
        row.follow(value);
        return row.wide();
    }

    /** {@return this, with room for a longer text} */
    SettingRow wide() {
        field.setPrefColumnCount(LONG);
        return this;
    }

    private static SettingRow typed(String key, Predicate<String> sensible, String complaint,
            Consumer<String> apply) {
        return typed(key, sensible, complaint, apply, new TextField());
    }

    private static SettingRow typed(String key, Predicate<String> sensible, String complaint, Consumer<String> apply,
            TextField field) {
        field.setPrefColumnCount(SHORT);
        SettingRow row = new SettingRow(key, field);
        field.textProperty().addListener((_, _, text) -> row.complaint
                .setText(sensible.test(text.strip()) ? "" : complaint));
        Runnable finish = () -> {
            if (sensible.test(field.getText().strip())) {
                apply.accept(field.getText().strip());
            }
        };
        field.setOnAction(_ -> finish.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                finish.run();
            }
        });
        row.field = field;
        row.finish = finish;
        return row;
    }

    /** Has the field show what is chosen elsewhere. */
    private void follow(ObservableValue<String> value) {
        bound = value;
        shown = value.subscribe(text -> {
            if (!field.getText().strip().equals(text)) {
                field.setText(text);
            }
        });
    }

    /** Uses what was typed and not finished, and follows the settings no more. */
    void close() {
        finish.run();
        shown.unsubscribe();
    }
}
