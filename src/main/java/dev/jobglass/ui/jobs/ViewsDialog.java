package dev.jobglass.ui.jobs;

import dev.jobglass.settings.SavedView;
import dev.jobglass.text.Link;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Clipboards;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.LineCell;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Has saved views renamed, ordered and deleted; nothing of it counts until it is said to. JavaFX thread only. */
public final class ViewsDialog {
    private final ListView<SavedView> list = new ListView<>();
    private final Alert dialog;

    /**
     * Prepares the dialog.
     *
     * @param views what was saved
     * @param owner the window it stays in front of
     */
    public ViewsDialog(SavedViews views, Window owner) {
        list.setId("viewList");
        list.getStyleClass().add("view-list");
        list.setPlaceholder(new Label(Messages.of("jobs.view.none")));
        list.setCellFactory(_ -> new LineCell<>(
                view -> Messages.joined(PlainText.line(view.name()), PlainText.line(view.filter()))));
        list.getItems().setAll(views.viewsProperty().get());
        list.getSelectionModel().selectFirst();
        list.setOnKeyPressed(event -> {
            if (selected() != null && event.getCode() == KeyCode.DELETE) {
                list.getItems().remove(selected());
            } else if (selected() != null && event.getCode() == KeyCode.F2) {
                rename();
            }
        });
        FlowPane buttons = new FlowPane(button("rename", _ -> true, this::rename),
                button("up", place -> place > 0, () -> move(-1)),
                button("down", place -> place < list.getItems().size() - 1, () -> move(1)),
                button("copyLink", _ -> true, () -> Clipboards.copy(new Link.View(selected().name()).text())),
                button("delete", _ -> true, () -> list.getItems().remove(selected())));
        buttons.getStyleClass().add("view-buttons");
        VBox content = new VBox(list, buttons);
        content.getStyleClass().add("narrow-content");
        ButtonType done = new ButtonType(Messages.of("common.save"), ButtonData.OK_DONE);
        dialog = Dialogs.making(owner, Messages.of("jobs.view.title"), Messages.of("jobs.view.manage"), content, done,
                () -> views.change(list.getItems()));
        dialog.getDialogPane().lookupButton(done).setId("viewsSave");
        dialog.setOnShown(_ -> list.requestFocus());
    }

    private SavedView selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private Button button(String key, IntPredicate possible, Runnable action) {
        Button button = new Button(Messages.of("jobs.view." + key));
        button.setId("view-" + key);
        button.disableProperty().bind(Bindings.createBooleanBinding(
                () -> selected() == null || !possible.test(list.getSelectionModel().getSelectedIndex()),
                list.getSelectionModel().selectedItemProperty(), list.getItems()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void rename() {
        SavedView view = selected();
        List<SavedView> others = list.getItems().stream().filter(other -> other != view).toList();
        new ViewNameDialog(dialog.getDialogPane().getScene().getWindow(), view.name(), others, false,
                name -> list.getItems().set(list.getItems().indexOf(view), view.named(name))).show();
    }

    private void move(int by) {
        int place = list.getSelectionModel().getSelectedIndex();
        Collections.swap(list.getItems(), place, place + by);
        list.getSelectionModel().clearAndSelect(place + by);
        list.scrollTo(place + by);
    }

    /** Shows it. */
    public void show() {
        dialog.show();
    }
}
