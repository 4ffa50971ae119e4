package dev.jobglass.ui.servers;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.KeyChange;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Scrolling;
import dev.jobglass.ui.common.Texts;
import dev.jobglass.ui.common.UnsavedWork;
import dev.jobglass.ui.common.WrappedLabel;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Asks for a server's address, name, key and certificate authority, and says what is wrong with them before anything is
 * tried.
 */
final class ServerDialog {
    private final Dialog<Void> dialog = new Dialog<>();
    private final TextField url = new TextField();
    private final TextField name = new TextField();
    private final SecretField key;
    private final TextField authority = new TextField();
    private final NetworkFields network;
    private final Label complaint = new WrappedLabel();
    private final ConnectionTestRow testing;
    private final ScrollPane scroll;
    private final ServerAddress before;
    /** Whether its key is kept elsewhere, and could not be read there. */
    private final boolean keyUnread;
    /** Likewise what lets requests through on their way. */
    private final boolean secretsUnread;
    /** What is trusted at the address until now, or empty. */
    private String authorityKept;
    private final ServerManager servers;
    /** Whether something was written that would be lost if it were closed now. */
    private boolean unsaved;

    /**
     * Prepares the dialog.
     *
     * @param server what is known of the server it is about, or null for a new one
     * @param servers has it watched
     * @param owner the window in front of which it opens
     */
    ServerDialog(ServerSettings server, ServerManager servers, Window owner) {
        this.before = server == null ? null : server.address();
        this.keyUnread = server != null && server.keyElsewhereProperty().get() != null;
        this.secretsUnread = server != null && server.secretsElsewhereProperty().get() != null;
        this.key = new SecretField(server != null && !keyUnread && server.keyProperty().get() != null,
                keyUnread ? "servers.serverDialog.keyUnread" : "servers.serverDialog.keyPrompt");
        this.authorityKept = server == null ? "" : Objects.requireNonNullElse(server.access().authority(), "");
        this.network = new NetworkFields(server == null ? ServerAccess.PLAIN : server.access(),
                secretsUnread);
        this.servers = servers;
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.of("servers.serverDialog.title"));
        Dialogs.header(dialog, null,
                Messages.of(before == null ? "servers.serverDialog.add" : "servers.serverDialog.edit"));
        field(url, "serverUrl", server == null ? "" : before.toString(), "servers.serverDialog.urlPrompt");
        field(name, "serverTitle", server == null ? "" : server.nameProperty().get(),
                "servers.serverDialog.namePrompt");
        key.setId("serverKey");
        field(authority, "serverAuthority", authorityKept, "servers.serverDialog.authorityPrompt");
        complaint.setId("serverComplaint");
        complaint.getStyleClass().add("complaint");
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        testing = new ConnectionTestRow(servers, before, this::written, () -> Dialogs.fitAgain(dialog));
        VBox fields = new VBox(labelled("servers.serverDialog.url", url), url,
                labelled("servers.serverDialog.name", name), name,
                labelled("servers.serverDialog.key", key), key,
                labelled("servers.serverDialog.authority", authority), authority, network.pane());
        fields.getStyleClass().add("server-fields");
        scroll = Scrolling.down(fields, "server-scroll");
        VBox content = new VBox(scroll, whereSecretsAre(), testing, complaint);
        content.getStyleClass().add("server-content");
        dialog.getDialogPane().setContent(content);
        buttons();
        Stream.concat(Stream.of(url, name, key, authority), network.all().stream())
                .forEach(field -> field.textProperty().addListener(_ -> changed()));
        Texts.inOwnDirection(url, name, authority);
        network.growIn(dialog, scroll);
        dialog.setOnShown(_ -> url.requestFocus());
        UnsavedWork.guard(dialog, () -> unsaved);
        Dialogs.fit(dialog);
    }

    /** What was said was about what was written before. */
    private void changed() {
        unsaved = true;
        complaint.setText("");
        testing.forget();
    }

    private Label whereSecretsAre() {
        Label where = new WrappedLabel(Messages.of(
                servers.keysApart() ? "servers.serverDialog.keptApart" : "servers.serverDialog.keptInFile"));
        where.getStyleClass().add("subtle");
        boolean unread = keyUnread || secretsUnread; // the fields say it themselves
        where.setVisible(!unread);
        where.setManaged(!unread);
        return where;
    }

    private static void field(TextField field, String id, String text, String prompt) {
        field.setId(id);
        field.setText(text);
        field.setPromptText(Messages.of(prompt));
    }

    private static Label labelled(String key, Node field) {
        Label label = new Label(Messages.of(key));
        label.setLabelFor(field);
        return label;
    }

    private void buttons() {
        ButtonType connect = new ButtonType(
                Messages.of(before == null ? "servers.serverDialog.connect" : "servers.serverDialog.save"),
                ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(connect, Dialogs.cancel());
        dialog.setResultConverter(_ -> null);
        Node button = dialog.getDialogPane().lookupButton(connect);
        button.setId("serverConnect");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            Optional<ServerForm> written = written();
            unsaved &= written.isEmpty();
            written.ifPresentOrElse(server -> servers.keep(before, server), event::consume);
        });
        if (before != null) {
            ButtonType forget = new ButtonType(Messages.of("servers.serverDialog.forget"), ButtonData.LEFT);
            dialog.getDialogPane().getButtonTypes().add(forget);
            Node forgetButton = dialog.getDialogPane().lookupButton(forget);
            forgetButton.setId("serverForget");
            forgetButton.addEventFilter(ActionEvent.ACTION, event -> {
                if (ServerRemoval.sure(dialog, before, keyUnread || secretsUnread)) {
                    unsaved = false;
                    servers.forget(before);
                } else {
                    event.consume();
                }
            });
            Dialogs.asWideAsTheirWords(dialog);
        }
    }

    /** Opens it, or brings it to the front. */
    void show() {
        if (showing()) {
            ((Stage) dialog.getDialogPane().getScene().getWindow()).toFront();
        } else {
            dialog.show();
        }
    }

    /** The same, with the keyboard in the field of the key. */
    void askForKey() {
        show();
        key.requestFocus();
    }

    boolean showing() {
        return dialog.isShowing();
    }

    /** Closes it, whatever was written. */
    void close() {
        unsaved = false;
        dialog.close();
    }

    /** It stands above its field. */
    private static Node labelOf(Node field) {
        List<Node> all = field.getParent().getChildrenUnmodifiable();
        return all.get(all.indexOf(field) - 1);
    }

    private void complain(FieldComplaint about) {
        if (network.all().contains(about.field())) {
            network.pane().setExpanded(true);
        }
        complaint.setText(about.getMessage());
        Dialogs.fitAgain(dialog);
        about.field().requestFocus();
        Later.afterPulses(about.field().getScene(), 1, () -> Scrolling.show(scroll, labelOf(about.field())));
    }

    /** A known key or authority would have to serve for another server than it was meant for. */
    private void requireNothingOfAnother(ServerAddress address) throws FieldComplaint {
        if (before == null || before.equals(address)) {
            return;
        }
        if (before.sameOrigin(address)) {
            if (secretsUnread || keyUnread && key.typed().isBlank()) {
                throw new FieldComplaint(url, "servers.network.locked"); // nothing can be kept for another path
            }
            return;
        }
        boolean trusted = !authorityKept.isEmpty() && authority.getText().equals(authorityKept);
        if (trusted) {
            authority.clear();
            authorityKept = ""; // the same file once more is the user's word
        }
        if (key.kept() || keyUnread && key.typed().isBlank()) {
            throw new FieldComplaint(key, "servers.serverDialog.keyAgain");
        }
        if (trusted) {
            throw new FieldComplaint(authority, "servers.serverDialog.authorityAgain");
        }
    }

    /** {@return whether it is another server's that is watched, or would be replaced} */
    private boolean taken(ServerAddress address) {
        return !address.equals(before) && servers.known().stream()
                .anyMatch(one -> one.address().equals(address) && (before != null || one.onProperty().get()));
    }

    private List<ServerAddress> known() {
        return servers.known().stream().map(ServerSettings::address).toList();
    }

    /** {@return what is written, or nothing when that makes no sense, which is said} */
    private Optional<ServerForm> written() {
        complaint.setText("");
        try {
            ServerAddress address = address();
            if (taken(address)) {
                throw new FieldComplaint(url, "servers.serverDialog.watched");
            }
            requireNothingOfAnother(address);
            KeyChange change = keyChange();
            ServerAccess access = network.written(authority(), before == null || before.sameOrigin(address));
            return Optional.of(new ServerForm(address, name.getText().strip(), change, access));
        } catch (FieldComplaint e) {
            complain(e);
            return Optional.empty();
        }
    }

    private ServerAddress address() throws FieldComplaint {
        try {
            return ServerAddress.typed(url.getText(), known());
        } catch (ServerAddress.Malformed e) {
            throw new FieldComplaint(url, "text.url." + e.complaint());
        }
    }

    private KeyChange keyChange() throws FieldComplaint {
        if (key.typed().isBlank()) {
            return key.removed() ? new KeyChange.Removed() : new KeyChange.Unchanged();
        }
        try {
            return new KeyChange.Entered(new ApiKey(key.typed()));
        } catch (IllegalArgumentException _) {
            throw new FieldComplaint(key, "servers.serverDialog.badKey");
        }
    }

    /** {@return the file of the authority, or null} */
    private String authority() throws FieldComplaint {
        if (authority.getText().isBlank()) {
            return null;
        }
        try {
            Path pem = Path.of(authority.getText().strip()).toAbsolutePath();
            PrivateAuthority.trusting(pem); // complains
            return pem.toString();
        } catch (IOException | InvalidPathException _) {
            throw new FieldComplaint(authority, "servers.serverDialog.badAuthority");
        }
    }
}
