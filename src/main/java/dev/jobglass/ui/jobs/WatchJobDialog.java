package dev.jobglass.ui.jobs;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.JobIdParser;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Choices;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/** Takes job ids as pasted and tells what became of them; stays open until the server has spoken about each. */
public final class WatchJobDialog {
    private final ChoiceBox<MonitoredServer> server = new ChoiceBox<>();
    private MonitoredServer asked;
    private final Dialog<Void> dialog = new Dialog<>();
    private final TextArea ids = new TextArea();
    private final WrappedLabel outcome = new WrappedLabel();
    private MonitoredServer.Added added = new MonitoredServer.Added(List.of(), List.of());
    private final ChangeListener<Number> change = (_, _, _) -> report();

    public WatchJobDialog(Workspace workspace, Window owner) {
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.of("jobs.watch.title"));
        Dialogs.header(dialog, null, Messages.of("jobs.watch.header"));
        ids.setId("watchIds");
        ids.setPromptText(Messages.of("jobs.watch.prompt"));
        ids.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) { // no id has one in it, and the keyboard must get out again
                ids.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        ids.setAccessibleText(Messages.of("jobs.watch.header"));
        ids.getStyleClass().add("mono");
        outcome.setId("watchOutcome");
        outcome.getStyleClass().add("subtle");
        server.setId("watchServer");
        server.setAccessibleText(Messages.of("jobs.watch.server"));
        server.setConverter(Choices.named(one -> one == null ? "" : PlainText.line(one.name())));
        server.setItems(workspace.servers());
        server.getSelectionModel().selectFirst();
        server.setVisible(workspace.several());
        server.setManaged(workspace.several());
        VBox content = new VBox(server, ids, outcome);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ButtonType add = new ButtonType(Messages.of("jobs.watch.add"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(add,
                Dialogs.close());
        var button = dialog.getDialogPane().lookupButton(add);
        button.setId("watchAdd");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            add();
        });
        button.disableProperty()
                .bind(ids.textProperty().map(String::isBlank));
        workspace.revisionProperty().addListener(change);
        dialog.setOnHidden(_ -> workspace.revisionProperty().removeListener(change));
        dialog.setOnShown(_ -> ids.requestFocus());
    }

    public void show() {
        dialog.show();
    }

    private void add() {
        Set<String> found = JobIdParser.in(ids.getText());
        if (found.isEmpty()) {
            outcome.setText(Messages.of("jobs.watch.nothing"));
            return;
        }
        if (server.getValue() == null || server.getValue().closed()) {
            server.getSelectionModel().selectFirst();
        }
        if (server.getItems().isEmpty()) {
            return;
        }
        asked = server.getValue();
        added = asked.watch(found);
        ids.clear();
        report();
    }

    private void report() {
        if (added.fresh().isEmpty() && added.known().isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        line(text, "jobs.watch.added", in(DisplayState.WAITING, DisplayState.GONE, false));
        line(text, "jobs.watch.asking", in(DisplayState.WAITING, DisplayState.WAITING, true));
        line(text, "jobs.watch.known", added.known());
        line(text, "jobs.watch.unknown", in(DisplayState.GONE, DisplayState.GONE, true));
        if (!outcome.getText().contentEquals(text)) {
            outcome.setText(text.toString());
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        }
    }

    private List<String> in(DisplayState one, DisplayState other, boolean inside) {
        return added.fresh().stream().filter(id -> asked.board().job(id).map(Job::view)
                .filter(view -> (view.state() == one || view.state() == other) == inside).isPresent()).toList();
    }

    private static void line(StringBuilder text, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            String shown = ids.stream().limit(5).map(PlainText::line).collect(Collectors.joining(", "))
                    + (ids.size() > 5 ? ", …" : "");
            text.append(text.isEmpty() ? "" : "\n").append(Messages.of(key, ids.size(), shown));
        }
    }
}
