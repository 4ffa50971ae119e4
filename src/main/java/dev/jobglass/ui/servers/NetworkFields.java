package dev.jobglass.ui.servers;

import dev.jobglass.api.ClientCertificate;
import dev.jobglass.api.ProxyAddress;
import dev.jobglass.api.RequestHeader;
import dev.jobglass.settings.AccessSecrets;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.text.Messages;
import dev.jobglass.ui.common.Dialogs;
import dev.jobglass.ui.common.Later;
import dev.jobglass.ui.common.Scrolling;
import dev.jobglass.ui.common.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/**
 * Asks what it takes to reach a server from within a company: a proxy, a certificate of one's own, and headers for what
 * stands before the server. Values that are known already are not shown.
 */
final class NetworkFields {
    private static final String KNOWN = SecretField.KNOWN;

    private final ServerAccess kept;
    private final boolean unread;
    private final TextField proxy = new TextField();
    private final TextField proxyUser = new TextField();
    private final SecretField proxyPassword;
    private final TextField certificate = new TextField();
    private final TextField certificateKey = new TextField();
    private final SecretField certificatePassword;
    private final TextArea headers = new TextArea();
    private final TitledPane pane;

    /**
     * Fills the fields.
     *
     * @param kept what is known
     * @param unread whether secrets of it are kept where they cannot be read now
     */
    NetworkFields(ServerAccess kept, boolean unread) {
        this.kept = kept;
        this.unread = unread;
        String secret = unread ? "servers.serverDialog.keyUnread" : null;
        AccessSecrets secrets = kept.secrets();
        proxyPassword = new SecretField(!unread && secrets.proxyLogin() != null, secret);
        certificatePassword = new SecretField(!unread && secrets.certificatePassword() != null, secret);
        VBox fields = new VBox();
        fields.getStyleClass().add("server-fields");
        add(fields, proxy, "proxy", kept.proxy(), "servers.network.proxyPrompt");
        add(fields, proxyUser, "proxyUser", user(secrets.proxyLogin()), null);
        add(fields, proxyPassword, "proxyPassword");
        add(fields, certificate, "certificate", kept.certificate(), "servers.network.certificatePrompt");
        add(fields, certificateKey, "certificateKey", kept.certificateKey(),
                "servers.network.certificateKeyPrompt");
        add(fields, certificatePassword, "certificatePassword");
        String lines = String.join("\n", secrets.headers().stream().map(header -> header.name() + ": " + KNOWN)
                .toList());
        add(fields, headers, "headers", lines, unread ? secret : "servers.network.headersPrompt");
        headers.getStyleClass().add("server-headers");
        Texts.leaveByTab(headers);
        Texts.wrap(headers);
        Texts.inOwnDirection(proxy, proxyUser, certificate, certificateKey, headers);
        pane = new TitledPane(Messages.of("servers.network"), fields);
        pane.setId("serverNetwork");
        pane.setAnimated(false);
        pane.setExpanded(unread || !kept.equals(ServerAccess.trusting(kept.authority())));
    }

    private static void add(VBox fields, TextInputControl field, String name, String text, String prompt) {
        field.setText(Objects.requireNonNullElse(text, ""));
        if (prompt != null) {
            field.setPromptText(Messages.of(prompt));
        }
        add(fields, field, name);
    }

    private static void add(VBox fields, TextInputControl field, String name) {
        field.setId("network" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        Label label = new Label(Messages.of("servers.network." + name));
        label.setLabelFor(field);
        fields.getChildren().addAll(label, field);
    }

    private static String user(String login) {
        return login == null ? null : login.split(":", 2)[0];
    }

    /** {@return what shows them, closed when nothing is known} */
    TitledPane pane() {
        return pane;
    }

    /**
     * Has a dialog make room for them when they open.
     *
     * @param dialog they are in
     * @param scroll in which they are
     */
    void growIn(Dialog<?> dialog, ScrollPane scroll) {
        pane.expandedProperty().addListener((_, _, open) -> Later.afterPulses(pane.getScene(), 1, () -> {
            Dialogs.fitAgain(dialog);
            if (open) {
                Later.afterPulses(pane.getScene(), 1, () -> Scrolling.show(scroll, pane));
            }
        }));
    }

    /** {@return all of them} */
    List<TextInputControl> all() {
        return List.of(proxy, proxyUser, proxyPassword, certificate, certificateKey, certificatePassword, headers);
    }

    /**
     * {@return what is written}
     *
     * @param authority what stands beside them, or null
     * @param sameServer whether what is known may be shown to it: it was meant for it
     * @throws FieldComplaint with what is wrong, for the user
     */
    ServerAccess written(String authority, boolean sameServer) throws FieldComplaint {
        Optional<TextInputControl> overwritten = Stream.of(proxyUser, proxyPassword, certificatePassword, headers)
                .filter(field -> unread && !field.getText().isBlank()).findFirst();
        if (overwritten.isPresent()) {
            throw new FieldComplaint(overwritten.get(), "servers.network.locked"); // what is there would be lost
        }
        ProxyAddress through = proxy();
        AccessSecrets secrets = new AccessSecrets(login(through), passwordOfCertificate(), headers(sameServer));
        ServerAccess written = new ServerAccess(authority, through == null ? null : through.toString(),
                file(certificate), file(certificateKey), secrets);
        if (written.certificate() == null && written.certificateKey() != null) {
            throw new FieldComplaint(certificate, "servers.network.bad.FILE");
        }
        return written;
    }

    /**
     * Looks at the files that are named, on any thread.
     *
     * @throws FieldComplaint with what is wrong with them, for the user
     */
    void check(ServerAccess written) throws FieldComplaint {
        Optional<ClientCertificate> shown = written.clientCertificate();
        if (shown.isPresent() && !shown.equals(kept.clientCertificate())) {
            check(shown.get());
        }
    }

    /** To one that is spoken to by https nothing would be encrypted all the same. */
    private ProxyAddress proxy() throws FieldComplaint {
        String text = proxy.getText().strip();
        if (text.isEmpty()) {
            return null;
        }
        return Optional.of(text).filter(one -> !one.toLowerCase(Locale.ROOT).startsWith("https:"))
                .flatMap(ProxyAddress::parse).orElseThrow(() -> new FieldComplaint(proxy, "servers.network.badProxy"));
    }

    private String login(ProxyAddress through) throws FieldComplaint {
        boolean inAddress = through != null && through.login() != null;
        String user = inAddress ? through.login().split(":", 2)[0] : proxyUser.getText().strip();
        if (inAddress && through.login().contains(":")) {
            return through.login();
        }
        boolean named = !user.isEmpty();
        String known = kept.secrets().proxyLogin();
        if (!named && proxyPassword.kept()) {
            return null; // without a name it is for nothing
        }
        if ((named || !proxyPassword.typed().isEmpty()) && (through == null || !named)) {
            throw new FieldComplaint(through == null ? proxy : proxyUser, "servers.network.loginOfNone");
        }
        if (proxyPassword.kept()) {
            if (!known.startsWith(user + ":") || !through.toString().equals(kept.proxy())) {
                throw new FieldComplaint(proxyPassword, "servers.network.proxyAgain"); // it was for another
            }
            return known;
        }
        return named ? user + ":" + proxyPassword.typed() : null;
    }

    private String passwordOfCertificate() throws FieldComplaint {
        if (file(certificate) == null) {
            return null;
        }
        if (!certificatePassword.kept()) {
            return certificatePassword.typed().isEmpty() ? null : certificatePassword.typed();
        }
        boolean same = Objects.equals(file(certificate), kept.certificate())
                && Objects.equals(file(certificateKey), kept.certificateKey());
        return same ? kept.secrets().certificatePassword() : null;
    }

    private static String file(TextField field) throws FieldComplaint {
        try {
            return field.getText().isBlank() ? null : Path.of(field.getText().strip()).toAbsolutePath().toString();
        } catch (InvalidPathException _) {
            throw new FieldComplaint(field, "servers.network.bad.FILE");
        }
    }

    private void check(ClientCertificate shown) throws FieldComplaint {
        try {
            shown.expires();
        } catch (ClientCertificate.Unusable e) {
            TextInputControl field = switch (e.complaint()) {
                case FILE -> certificate;
                case KEY, KEY_FORM -> shown.keyFile() == null ? certificate : certificateKey;
                case PASSWORD -> certificatePassword;
            };
            throw new FieldComplaint(field, "servers.network.bad." + e.complaint());
        }
    }

    private List<RequestHeader> headers(boolean sameServer) throws FieldComplaint {
        List<RequestHeader> result = new ArrayList<>();
        for (String line : headers.getText().lines().filter(one -> !one.isBlank()).toList()) {
            RequestHeader header = line.strip().endsWith(": " + KNOWN)
                    ? known(line, sameServer)
                    : RequestHeader.parse(line)
                            .orElseThrow(() -> badHeader(line));
            if (result.stream().anyMatch(one -> one.name().equalsIgnoreCase(header.name()))) {
                throw new FieldComplaint(headers, "servers.network.twice", header.name());
            }
            result.add(header);
        }
        return List.copyOf(result);
    }

    private RequestHeader known(String line, boolean sameServer) throws FieldComplaint {
        String name = line.split(":", 2)[0].strip();
        RequestHeader known = kept.secrets().headers().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> badHeader(line));
        if (!sameServer) {
            throw new FieldComplaint(headers, "servers.network.headerAgain", name);
        }
        return known;
    }

    private FieldComplaint badHeader(String line) {
        return new FieldComplaint(headers, "servers.network.badHeader", line.strip());
    }
}
