package dev.jobglass.ui.jobs;

import dev.jobglass.settings.SavedView;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.StyleClasses;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for the name of a view, and says what is wrong with it. JavaFX thread only. */
public final class ViewNameDialog {
    private final List<SavedView> others;
    private final boolean mayReplace;
    private final TextField name = new TextField();
    private final Alert dialog;

    /**
     * Prepares the question.
     *
     * @param owner the window asked in front of
     * @param before the name so far, or empty
     * @param others the views that are there besides
     * @param mayReplace whether one of them may be replaced
     * @param taker takes the name
     */
    public ViewNameDialog(Window owner, String before, List<SavedView> others, boolean mayReplace,
            Consumer<String> taker) {
        this.others = others;
        this.mayReplace = mayReplace;
        name.setText(before);
        name.setId("viewName");
        Texts.inOneTypeface(name);
        name.setAccessibleText(Messages.of("jobs.view.name"));
        WrappedLabel note = new WrappedLabel();
        note.setId("viewNote");
        VBox content = new VBox(name, note);
        content.getStyleClass().add("narrow-content");
        ButtonType save = new ButtonType(Messages.of("common.save"), ButtonData.OK_DONE);
        dialog = Dialogs.making(owner, Messages.of("jobs.view.title"), Messages.of("jobs.view.name"), content, save,
                () -> taker.accept(name.getText().strip()));
        Node ok = dialog.getDialogPane().lookupButton(save);
        ok.setId("viewSave");
        name.textProperty().subscribe(_ -> {
            note.setText(remark());
            StyleClasses.set(note, "label", usable() ? "subtle" : "complaint");
        });
        ok.disableProperty().bind(Bindings.createBooleanBinding(() -> !usable(), name.textProperty()));
        dialog.setOnShown(_ -> {
            name.requestFocus();
            name.selectAll();
        });
    }

    private boolean taken() {
        return others.stream().anyMatch(view -> view.isNamed(name.getText()));
    }

    private boolean tooLong() {
        return name.getText().strip().length() > SavedView.LONGEST_NAME;
    }

    private boolean usable() {
        return !name.getText().isBlank() && !tooLong() && (mayReplace || !taken());
    }

    private String remark() {
        if (tooLong()) {
            return Messages.of("jobs.view.long", SavedView.LONGEST_NAME);
        }
        return !taken() ? "" : Messages.of(mayReplace ? "jobs.view.replaces" : "jobs.view.taken");
    }

    /** Asks. */
    public void show() {
        dialog.show();
    }
}
