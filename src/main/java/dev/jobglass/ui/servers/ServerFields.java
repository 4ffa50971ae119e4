package dev.jobglass.ui.servers;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.PrivateAuthority;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.monitor.KeyChange;
import dev.jobglass.monitor.ServerForm;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.settings.ServerSettings;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Texts;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/**
 * The fields for a server's address, name, key and certificate authority and for the way there, and what is written in
 * them.
 */
final class ServerFields {
    private final TextField url = new TextField();
    private final TextField name = new TextField();
    private final SecretField key;
    private final TextField authority = new TextField();
    private final NetworkFields network;
    private final List<ServerSettings> known;
    private final ServerAddress before;
    /** Whether its key is kept elsewhere, and could not be read there. */
    private final boolean keyUnread;
    /** Likewise what lets requests through on their way. */
    private final boolean secretsUnread;
    /** What is trusted at the address until now, or empty. */
    private String authorityKept;

    /**
     * Fills the fields.
     *
     * @param server what is known of the server they are about, or null for a new one
     * @param known all servers
     */
    ServerFields(ServerSettings server, List<ServerSettings> known) {
        this.known = known;
        this.before = server == null ? null : server.address();
        this.keyUnread = server != null && server.keyElsewhereProperty().get() != null;
        this.secretsUnread = server != null && server.secretsElsewhereProperty().get() != null;
        this.key = new SecretField(server != null && !keyUnread && server.keyProperty().get() != null,
                keyUnread ? "servers.serverDialog.keyUnread" : "servers.serverDialog.keyPrompt");
        this.authorityKept = server == null ? "" : Objects.requireNonNullElse(server.access().authority(), "");
        this.network = new NetworkFields(server == null ? ServerAccess.PLAIN : server.access(), secretsUnread);
        field(url, "serverUrl", server == null ? "" : before.toString(), "servers.serverDialog.urlPrompt");
        field(name, "serverTitle", server == null ? "" : server.nameProperty().get(),
                "servers.serverDialog.namePrompt");
        key.setId("serverKey");
        field(authority, "serverAuthority", authorityKept, "servers.serverDialog.authorityPrompt");
        Texts.inOwnDirection(url, name, authority);
    }

    /** {@return all of them below each other, each below its label} */
    VBox pane() {
        VBox pane = new VBox(labelled("servers.serverDialog.url", url), url,
                labelled("servers.serverDialog.name", name), name,
                labelled("servers.serverDialog.key", key), key,
                labelled("servers.serverDialog.authority", authority), authority, network.pane());
        pane.getStyleClass().add("server-fields");
        return pane;
    }

    /** {@return all of them} */
    Stream<TextInputControl> all() {
        return Stream.concat(Stream.of(url, name, key, authority), network.all().stream());
    }

    /** Has a dialog make room for those that are closed at first when they open. */
    void growIn(Dialog<?> dialog, ScrollPane scroll) {
        network.growIn(dialog, scroll);
    }

    void focus() {
        url.requestFocus();
    }

    void focusKey() {
        key.requestFocus();
    }

    /** Makes sure that a field can be seen. */
    void open(TextInputControl field) {
        if (network.all().contains(field)) {
            network.pane().setExpanded(true);
        }
    }

    /** {@return whether secrets are kept where they could not be read; the fields say so} */
    boolean unread() {
        return keyUnread || secretsUnread;
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

    /** It stands above its field. */
    static Node labelOf(Node field) {
        List<Node> all = field.getParent().getChildrenUnmodifiable();
        return all.get(all.indexOf(field) - 1);
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
        return !address.equals(before) && known.stream()
                .anyMatch(one -> one.address().equals(address) && (before != null || one.onProperty().get()));
    }

    /**
     * {@return what is written; the files that it names are not looked at}
     *
     * @throws FieldComplaint with what makes no sense, for the user
     */
    ServerForm form() throws FieldComplaint {
        ServerAddress address = address();
        if (taken(address)) {
            throw new FieldComplaint(url, "servers.serverDialog.watched");
        }
        requireNothingOfAnother(address);
        KeyChange change = keyChange();
        ServerAccess access = network.written(authority(), before == null || before.sameOrigin(address));
        return new ServerForm(address, name.getText().strip(), change, access);
    }

    /**
     * Looks at the files that are named, on any thread: a folder elsewhere may not answer for long.
     *
     * @throws FieldComplaint with what is wrong with them, for the user
     */
    void check(ServerAccess access) throws FieldComplaint {
        try {
            if (access.authority() != null) {
                PrivateAuthority.trusting(Path.of(access.authority())); // complains
            }
        } catch (IOException _) {
            throw new FieldComplaint(authority, "servers.serverDialog.badAuthority");
        }
        network.check(access);
    }

    private ServerAddress address() throws FieldComplaint {
        try {
            return ServerAddress.typed(url.getText(), known.stream().map(ServerSettings::address).toList());
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
            return Path.of(authority.getText().strip()).toAbsolutePath().toString();
        } catch (InvalidPathException _) {
            throw new FieldComplaint(authority, "servers.serverDialog.badAuthority");
        }
    }
}
