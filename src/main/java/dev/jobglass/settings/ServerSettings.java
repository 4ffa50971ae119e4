package dev.jobglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jobglass.api.ServerAddress;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableSet;

/** What is kept about one server. JavaFX thread only. */
public final class ServerSettings extends SettingsGroup {
    /** By then the server has forgotten the jobs themselves. */
    private static final int MOST_DISMISSED = 20_000;

    private final ServerAddress address;
    private final ObjectProperty<String> name = text("name", "", _ -> true);
    private final ObjectProperty<String> key = text("key", null, _ -> true);
    private final ObjectProperty<Boolean> keyElsewhere = elsewhere(SecretName.Kind.KEY);
    private final ObjectProperty<String> authority = text("authority", null, _ -> true);
    private final ObjectProperty<String> proxy = text("proxy", null, _ -> true);
    private final ObjectProperty<String> certificate = text("certificate", null, _ -> true);
    private final ObjectProperty<String> certificateKey = text("certificateKey", null, _ -> true);
    private final ObjectProperty<AccessSecrets> secrets = value(SecretName.Kind.ACCESS.field(), AccessSecrets.NONE,
            AccessSecrets::read, ServerSettings::written, value -> value);
    private final ObjectProperty<Boolean> secretsElsewhere = elsewhere(SecretName.Kind.ACCESS);
    private final ObjectProperty<Boolean> on = flag("on", false);
    private final ObjectProperty<Boolean> looked = flag("looked", false);
    private final ObservableSet<String> watched = texts("watched");
    private final ObservableSet<String> removed = texts("removed");
    private final ObservableSet<String> dismissed = texts("dismissed");

    /**
     * Begins with nothing known.
     *
     * @param address the server's
     */
    public ServerSettings(ServerAddress address) {
        this.address = address;
    }

    private ObjectProperty<Boolean> elsewhere(SecretName.Kind secret) {
        return value(secret.elsewhere(), null, value -> value.booleanValue() ? true : null, BooleanNode::valueOf,
                elsewhere -> elsewhere);
    }

    private static JsonNode written(AccessSecrets some) {
        return some.equals(AccessSecrets.NONE) ? NullNode.getInstance() : some.written();
    }

    /** {@return what is kept now} */
    public KnownServer known() {
        return new KnownServer(address, key.get(), access(), on.get());
    }

    /** {@return how it is reached} */
    public ServerAccess access() {
        return new ServerAccess(authority.get(), proxy.get(), certificate.get(), certificateKey.get(), secrets.get());
    }

    /**
     * Has it reached in another way.
     *
     * @param other how
     */
    public void reachBy(ServerAccess other) {
        authority.set(other.authority());
        proxy.set(other.proxy());
        certificate.set(other.certificate());
        certificateKey.set(other.certificateKey());
        secrets.set(other.secrets());
    }

    /** {@return the server's address} */
    public ServerAddress address() {
        return address;
    }

    /** {@return what the user calls it, or empty} */
    public ObjectProperty<String> nameProperty() {
        return name;
    }

    /** {@return what it is called: its address without the scheme where the user has no name for it} */
    public String calledName() {
        return name.get().isEmpty() ? address.label() : name.get();
    }

    /** {@return its API key, or null} */
    public ObjectProperty<String> keyProperty() {
        return key;
    }

    /** {@return true while its key is kept elsewhere and could not be read there yet, else null} */
    public ObjectProperty<Boolean> keyElsewhereProperty() {
        return keyElsewhere;
    }

    /** {@return what lets requests through on their way} */
    public ObjectProperty<AccessSecrets> secretsProperty() {
        return secrets;
    }

    /** {@return true while that is kept elsewhere and could not be read there yet, else null} */
    public ObjectProperty<Boolean> secretsElsewhereProperty() {
        return secretsElsewhere;
    }

    /** {@return whether anything of it is kept elsewhere and could not be read there yet} */
    public boolean unread() {
        return keyElsewhere.get() != null || secretsElsewhere.get() != null;
    }

    /** {@return whether it is watched when the program starts} */
    public ObjectProperty<Boolean> onProperty() {
        return on;
    }

    /** {@return whether all its jobs were looked at once, so that failures found from now on are news} */
    public ObjectProperty<Boolean> lookedProperty() {
        return looked;
    }

    /** {@return ids of jobs added by hand} */
    public ObservableSet<String> watched() {
        return watched;
    }

    /** {@return ids taken off the list, which discovery must not bring back} */
    public ObservableSet<String> removed() {
        return removed;
    }

    /** {@return ids whose failure is done with, the oldest first} */
    public ObservableSet<String> dismissed() {
        return dismissed;
    }

    /**
     * Adds to the dismissed failures; of too many the oldest are forgotten.
     *
     * @param ids which
     */
    public void dismiss(Collection<String> ids) {
        dismissed.addAll(ids);
        int tooMany = dismissed.size() - MOST_DISMISSED;
        if (tooMany > 0) {
            dismissed.removeAll(List.copyOf(dismissed).subList(0, tooMany));
        }
    }

    /**
     * {@return the same kept of another address}
     *
     * @param other another path or port of the same server
     */
    public ServerSettings at(ServerAddress other) {
        ServerSettings moved = new ServerSettings(other);
        moved.read(written(), _ -> {
            // It was usable here.
        });
        if (!other.equals(address)) {
            moved.keyElsewhere.set(null); // nothing is kept there for the other address
            moved.secretsElsewhere.set(null);
        }
        return moved;
    }

    /** {@return whether nothing is kept, so that it need not be in the file} */
    boolean blank() {
        return written().equals(new ServerSettings(address).written());
    }

    ObjectNode written() {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("url", address.toString());
        write(file);
        return file;
    }

    @Override
    public String toString() {
        return "ServerSettings[" + address + "]"; // never the key
    }
}
