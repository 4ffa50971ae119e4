package dev.jobglass.dashboard;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.board.text.Words;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks for a server's address and key, and says what is wrong with them before anything is tried. */
final class ServerDialog {
    private final Dialog<Void> dialog = new Dialog<>();
    private final TextField url = new TextField();
    private final PasswordField key = new PasswordField();
    private final TextField authority = new TextField();
    private final Label complaint = new Label();
    private final DashboardActions actions;

    ServerDialog(String present, DashboardActions actions, Window owner) {
        this.actions = actions;
        dialog.initOwner(owner);
        dialog.setTitle(Texts.of("serverDialog.title"));
        dialog.setHeaderText(Texts.of("serverDialog.header"));
        url.setId("serverUrl");
        url.setText(present);
        key.setId("serverKey");
        key.setPromptText(Texts.of("serverDialog.keyPrompt"));
        authority.setId("serverAuthority");
        authority.setPromptText(Texts.of("serverDialog.authorityPrompt"));
        authority.setText(Objects.requireNonNullElse(actions.authority(present), ""));
        complaint.setId("serverComplaint");
        complaint.getStyleClass().add("complaint");
        complaint.setWrapText(true);
        VBox content = new VBox(labelled("serverDialog.url", url), url, labelled("serverDialog.key", key), key,
                labelled("serverDialog.authority", authority), authority, complaint);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ButtonType connect = new ButtonType(Texts.of("serverDialog.connect"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(connect, ButtonType.CANCEL);
        var button = dialog.getDialogPane().lookupButton(connect);
        button.setId("serverConnect");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            if (!connect()) {
                event.consume();
            }
        });
        dialog.setOnShown(_ -> url.requestFocus());
    }

    private static Label labelled(String key, Node field) {
        Label label = new Label(Texts.of(key));
        label.setLabelFor(field);
        return label;
    }

    void show() {
        dialog.show();
    }

    private boolean connect() {
        try {
            String text = url.getText().strip();
            // People type host:port.
            ServerAddress address = ServerAddress
                    .parse(text.isEmpty() || text.contains(":/") ? text : "http://" + text);
            if (!key.getText().isBlank()) {
                new ApiKey(key.getText()); // complains
            }
            String file = authority.getText().isBlank() ? null : authority.getText().strip();
            if (file != null) {
                PrivateAuthority.trusting(Path.of(file)); // complains
            }
            actions.connect(address.toString(), key.getText().isBlank() ? null : key.getText().strip(), file);
            return true;
        } catch (ServerAddress.Malformed e) {
            complaint.setText(Words.of("url." + e.complaint()));
        } catch (IOException | InvalidPathException _) {
            complaint.setText(Texts.of("serverDialog.badAuthority"));
        } catch (IllegalArgumentException _) {
            complaint.setText(Texts.of("serverDialog.badKey"));
        }
        return false;
    }
}
