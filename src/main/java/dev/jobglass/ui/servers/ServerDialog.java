package dev.jobglass.ui.servers;

import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Scrolling;
import dev.jobglass.ui.common.UnsavedWork;
import dev.jobglass.ui.common.Visibility;
import dev.jobglass.ui.common.WrappedLabel;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Asks what is to be known of a server, and says what is wrong with that before anything is tried. */
final class ServerDialog {
    private final Dialog<Void> dialog = new Dialog<>();
    private final ServerFields fields;
    private final Label complaint = new WrappedLabel();
    private final ConnectionTestRow testing;
    private final ScrollPane scroll;
    private final ServerAddress before;
    private final ServerManager servers;
    private final Background files;
    /** Whether something was written that would be lost if it were closed now. */
    private boolean unsaved;
    private Task<ServerForm> looking;

    /**
     * Prepares the dialog.
     *
     * @param server what is known of the server it is about, or null for a new one
     * @param servers has it watched
     * @param files looks at the files that are named
     * @param owner the window in front of which it opens
     */
    ServerDialog(ServerSettings server, ServerManager servers, Background files, Window owner) {
        this.files = files;
        this.before = server == null ? null : server.address();
        this.servers = servers;
        this.fields = new ServerFields(server, servers.known());
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.of("servers.serverDialog.title"));
        Dialogs.header(dialog, null,
                Messages.of(before == null ? "servers.serverDialog.add" : "servers.serverDialog.edit"));
        complaint.setId("serverComplaint");
        complaint.getStyleClass().add("complaint");
        Visibility.onlyWithText(complaint);
        testing = new ConnectionTestRow(servers, before, this::written, () -> Dialogs.fitAgain(dialog));
        scroll = Scrolling.down(fields.pane(), "server-scroll");
        VBox content = new VBox(scroll, whereSecretsAre(), testing, complaint);
        content.getStyleClass().add("server-content");
        dialog.getDialogPane().setContent(content);
        buttons();
        fields.all().forEach(field -> field.textProperty().addListener(_ -> changed()));
        fields.growIn(dialog, scroll);
        dialog.setOnShown(_ -> fields.focus());
        UnsavedWork.guard(dialog, () -> unsaved);
        Dialogs.fit(dialog);
    }

    /** What was said was about what was written before. */
    private void changed() {
        unsaved = true;
        files.cancel(looking);
        complaint.setText("");
        testing.forget();
    }

    private Label whereSecretsAre() {
        Label where = new WrappedLabel(Messages.of(
                servers.keysApart() ? "servers.serverDialog.keptApart" : "servers.serverDialog.keptInFile"));
        where.getStyleClass().add("subtle");
        boolean unread = fields.unread(); // the fields say it themselves
        where.setVisible(!unread);
        where.setManaged(!unread);
        return where;
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
            event.consume();
            written(server -> {
                servers.keep(before, server);
                close();
            });
        });
        if (before != null) {
            ButtonType forget = new ButtonType(Messages.of("servers.serverDialog.forget"), ButtonData.LEFT);
            dialog.getDialogPane().getButtonTypes().add(forget);
            Node forgetButton = dialog.getDialogPane().lookupButton(forget);
            forgetButton.setId("serverForget");
            forgetButton.addEventFilter(ActionEvent.ACTION, event -> {
                if (ServerRemoval.sure(dialog, before, fields.unread())) {
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
        fields.focusKey();
    }

    boolean showing() {
        return dialog.isShowing();
    }

    /** Closes it, whatever was written. */
    void close() {
        unsaved = false;
        files.cancel(looking);
        dialog.close();
    }

    private void complain(FieldComplaint about) {
        fields.open(about.field());
        complaint.setText(about.getMessage());
        Dialogs.fitAgain(dialog);
        about.field().requestFocus();
        Later.afterPulses(about.field().getScene(), 1,
                () -> Scrolling.show(scroll, ServerFields.labelOf(about.field())));
    }

    /** Takes what is written, once the files are looked at that it names; what makes no sense is said instead. */
    private void written(Consumer<ServerForm> taker) {
        complaint.setText("");
        try {
            ServerForm form = fields.form();
            files.cancel(looking);
            looking = files.begin(() -> {
                fields.check(form.access());
                return form;
            }, read -> {
                if (showing()) {
                    taker.accept(read);
                }
            }, problem -> {
                if (problem instanceof FieldComplaint about) {
                    complain(about);
                }
            });
        } catch (FieldComplaint e) {
            complain(e);
        }
    }
}
