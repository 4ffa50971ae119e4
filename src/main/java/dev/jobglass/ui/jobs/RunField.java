package dev.jobglass.ui.jobs;

import dev.jobglass.api.RunRequest.Field;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Choices;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.Visibility;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** One field of the form for a new run: its name, what is asked for, and what is wrong with it. */
final class RunField extends VBox {
    private final Field field;
    private final Control control;
    private final Property<String> value;
    private final WrappedLabel complaint = new WrappedLabel();

    private RunField(Field field, Control control, Property<String> value) {
        this.field = field;
        this.control = control;
        this.value = value;
        String name = Messages.of("jobs.run." + field);
        control.setId("run" + field);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        Label label = new Label(name);
        label.getStyleClass().add("subtle");
        label.setLabelFor(control);
        complaint.getStyleClass().add("complaint");
        complaint.setId("run" + field + "Wrong");
        Visibility.onlyWithText(complaint);
        value.addListener((_, _, _) -> complaint.setText(""));
        getChildren().addAll(label, control, complaint);
        getStyleClass().add("run-field");
    }

    /** One line. */
    static RunField line(Field field) {
        TextField text = new TextField();
        Texts.inOneTypeface(text);
        return new RunField(field, text, text.textProperty());
    }

    /** One line, for which some are offered. */
    static RunField offering(Field field, List<String> offered) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(offered));
        box.setEditable(true);
        Texts.inOneTypeface(box.getEditor());
        return new RunField(field, box, box.getEditor().textProperty());
    }

    /** Some lines; the tab key leads out of them. */
    static RunField lines(Field field, String styleClass) {
        TextArea text = new TextArea();
        Texts.wrap(text);
        text.getStyleClass().add(styleClass);
        Texts.leaveByTab(text);
        return new RunField(field, text, text.textProperty());
    }

    /** One of some, or none. */
    static RunField choice(Field field, List<String> choices) {
        ChoiceBox<String> box = new ChoiceBox<>(FXCollections.observableArrayList(choices));
        Choices.byArrows(box);
        box.getItems().addFirst("");
        box.setConverter(Choices.named(one -> one == null || one.isEmpty() ? Messages.of("jobs.run.usual") : one));
        box.setValue("");
        return new RunField(field, box, box.valueProperty());
    }

    Field field() {
        return field;
    }

    String value() {
        return value.getValue() == null ? "" : value.getValue();
    }

    void set(String text) {
        value.setValue(text == null ? "" : text);
    }

    /** Says what is wrong, or with an empty text nothing. */
    void complain(String words) {
        complaint.setText(words);
    }

    void whenChanged(Runnable action) {
        value.addListener(_ -> action.run());
    }

    void selectAll() {
        if (control instanceof TextInputControl text) {
            text.selectAll();
        }
    }

    void focus() {
        control.requestFocus();
    }
}
