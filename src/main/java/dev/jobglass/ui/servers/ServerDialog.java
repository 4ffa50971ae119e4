package dev.jobglass.ui.servers;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.Problem;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.ConnectionTest;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.TestedConnection;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.text.PlainText;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Dialogs.Glyph;
import dev.jobglass.ui.common.Scrolling;
import dev.jobglass.ui.common.WrappedLabel;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Asks for a server's address, name, key and certificate authority, and says what is wrong with them before anything is
 * tried.
 */
public final class ServerDialog {
    private final Dialog<Void> dialog = new Dialog<>();
    private final TextField url = new TextField();
    private final TextField name = new TextField();
    private final PasswordField key = new PasswordField();
    private final TextField authority = new TextField();
    private final NetworkFields network;
    private final Label complaint = new WrappedLabel();
    private final Label outcome = new WrappedLabel();
    private final ServerAddress before;
    private final boolean keyKnown;
    /** Whether its key is kept elsewhere, and could not be read there. */
    private final boolean keyUnread;
    /** Likewise what lets requests through on their way. */
    private final boolean secretsUnread;
    /** What is trusted at the address until now, or empty. */
    private String authorityKept;
    private final ServerManager servers;
    /** Counts the tests, for an answer to an older one says nothing of what is written now. */
    private int test;

    /**
     * Prepares the dialog.
     *
     * @param server what is known of the server it is about, or null for a new one
     * @param servers has it watched
     * @param owner the window in front of which it opens
     */
    public ServerDialog(ServerSettings server, ServerManager servers, Window owner) {
        this.before = server == null ? null : server.address();
        this.keyUnread = server != null && server.keyElsewhereProperty().get() != null;
        this.secretsUnread = server != null && server.secretsElsewhereProperty().get() != null;
        this.keyKnown = server != null && (server.keyProperty().get() != null || keyUnread);
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
        field(key, "serverKey", "", keyUnread
                ? "servers.serverDialog.keyUnread"
                : keyKnown ? "servers.serverDialog.keyKept" : "servers.serverDialog.keyPrompt");
        field(authority, "serverAuthority", authorityKept, "servers.serverDialog.authorityPrompt");
        complaint.setId("serverComplaint");
        complaint.getStyleClass().add("complaint");
        outcome.setId("serverTested");
        outcome.getStyleClass().add("subtle");
        for (Label label : new Label[]{complaint, outcome}) {
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        Button tryIt = new Button(Messages.of("servers.serverDialog.test"));
        tryIt.setId("serverTest");
        tryIt.setMinWidth(Region.USE_PREF_SIZE);
        tryIt.setOnAction(_ -> test());
        HBox.setHgrow(outcome, Priority.ALWAYS);
        HBox testing = new HBox(tryIt, outcome);
        testing.getStyleClass().add("server-test");
        VBox fields = new VBox(labelled("servers.serverDialog.url", url), url,
                labelled("servers.serverDialog.name", name), name,
                labelled(servers.keysApart() ? "servers.serverDialog.keyApart" : "servers.serverDialog.key", key), key,
                labelled("servers.serverDialog.authority", authority), authority, network.pane());
        fields.getStyleClass().add("server-fields");
        ScrollPane scroll = Scrolling.down(fields, "server-scroll");
        VBox content = new VBox(scroll, testing, complaint);
        content.getStyleClass().add("server-content");
        dialog.getDialogPane().setContent(content);
        buttons();
        Stream.concat(Stream.of(url, name, key, authority), network.all().stream())
                .forEach(field -> field.textProperty().addListener(_ -> forget()));
        network.growIn(dialog, scroll);
        dialog.setOnShown(_ -> url.requestFocus());
        Dialogs.fit(dialog);
    }

    /** What was said was about what was written before. */
    private void forget() {
        complaint.setText("");
        outcome.setText("");
        test++;
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
            written.ifPresentOrElse(server -> servers.keep(before, server), event::consume);
        });
        if (before != null) {
            ButtonType forget = new ButtonType(Messages.of("servers.serverDialog.forget"), ButtonData.LEFT);
            dialog.getDialogPane().getButtonTypes().add(forget);
            Node forgetButton = dialog.getDialogPane().lookupButton(forget);
            forgetButton.setId("serverForget");
            forgetButton.addEventFilter(ActionEvent.ACTION, event -> {
                if (sure()) {
                    servers.forget(before);
                } else {
                    event.consume();
                }
            });
        }
    }

    /** Its key would have to be found again. */
    private boolean sure() {
        ButtonType forget = new ButtonType(Messages.of("servers.serverDialog.forget"), ButtonData.OTHER);
        ButtonType keep = Dialogs.cancel();
        Alert alert = Dialogs.alert(dialog.getDialogPane().getScene().getWindow(), Glyph.QUESTION.sign(),
                dialog.getTitle(),
                Messages.of("servers.serverDialog.forget"),
                new WrappedLabel(Messages.of("servers.serverDialog.sure", before)), forget, keep);
        alert.initModality(Modality.WINDOW_MODAL);
        alert.getDialogPane().lookupButton(forget).setId("serverForgetSurely");
        ((Button) alert.getDialogPane().lookupButton(keep)).setDefaultButton(true);
        return alert.showAndWait().filter(forget::equals).isPresent();
    }

    /** Opens it. */
    public void show() {
        dialog.show();
    }

    private void test() {
        written().ifPresent(server -> {
            test++;
            int asked = test;
            outcome.getStyleClass().setAll("label", "subtle");
            say(outcome, Messages.of("servers.serverDialog.testing"));
            servers.test(before, server, result -> {
                if (asked == test) {
                    outcome.getStyleClass().setAll("label", good(result.outcome()) ? "good" : "complaint");
                    say(outcome, words(result));
                }
            });
        });
    }

    private static boolean good(ConnectionTest result) {
        return result instanceof ConnectionTest.Lists || result instanceof ConnectionTest.ListsNothing;
    }

    /** What worked on the way there, a line each; the last says how it ended. */
    private static String words(TestedConnection result) {
        Stream<String> steps = result.steps()
                .stream()
                .map(step -> Messages.of(step.worked() ? "servers.test.worked" : "servers.test.failed",
                        Messages.of("servers.test.step." + step.kind()), PlainText.line(step.detail())));
        return Stream.concat(steps, Stream.of(words(result.outcome()))).collect(Collectors.joining("\n"));
    }

    private static String words(ConnectionTest result) {
        return switch (result) {
            case ConnectionTest.Lists(long millis, int jobs) -> Messages.of("servers.test.answers", millis, jobs);
            case ConnectionTest.ListsNothing(long millis) -> Messages.of("servers.test.noList", millis);
            case ConnectionTest.KeyUnusable _ -> Messages.of("servers.test.badKey");
            case ConnectionTest.Failed(Problem problem) -> Messages.problem(problem);
        };
    }

    private void say(Label where, String text) {
        where.setText(text);
        Dialogs.fitAgain(dialog);
    }

    /** {@return whether a known key or authority would have to serve for another server than it was meant for} */
    private boolean lost(ServerAddress address) {
        if (before == null || before.sameOrigin(address)) {
            // Of what could not be read nothing can be kept for another path.
            return before != null && !before.equals(address)
                    && (keyUnread && key.getText().isBlank() || secretsUnread);
        }
        boolean trusted = !authorityKept.isEmpty() && authority.getText().equals(authorityKept);
        if (trusted) {
            authority.clear();
            authorityKept = ""; // the same file once more is the user's word
        }
        return trusted || keyKnown && key.getText().isBlank();
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
            ServerAddress address = ServerAddress.typed(url.getText(), known());
            if (taken(address)) {
                say(complaint, Messages.of("servers.serverDialog.watched"));
                return Optional.empty();
            }
            if (lost(address)) {
                say(complaint, Messages.of(secretsUnread
                        ? "servers.network.locked"
                        : keyKnown ? "servers.serverDialog.keyAgain" : "servers.serverDialog.authorityAgain"));
                return Optional.empty();
            }
            ApiKey secret = key.getText().isBlank() ? null : new ApiKey(key.getText());
            String file = null;
            if (!authority.getText().isBlank()) {
                Path pem = Path.of(authority.getText().strip()).toAbsolutePath();
                PrivateAuthority.trusting(pem); // complains
                file = pem.toString();
            }
            ServerAccess access = network.written(file, before == null || before.sameOrigin(address));
            return Optional.of(new ServerForm(address, name.getText().strip(), secret, access));
        } catch (NetworkFields.Complaint e) {
            network.pane().setExpanded(true);
            say(complaint, e.getMessage());
        } catch (ServerAddress.Malformed e) {
            say(complaint, Messages.of("text.url." + e.complaint()));
        } catch (IOException | InvalidPathException _) {
            say(complaint, Messages.of("servers.serverDialog.badAuthority"));
        } catch (IllegalArgumentException _) {
            say(complaint, Messages.of("servers.serverDialog.badKey"));
        }
        return Optional.empty();
    }
}
