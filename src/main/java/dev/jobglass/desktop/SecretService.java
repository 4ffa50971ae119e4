package dev.jobglass.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/** Keeps secrets; of the Secret Service specification, which GNOME's and KDE's keyrings follow. */
@DBusInterfaceName("org.freedesktop.Secret.Service")
public interface SecretService extends DBusInterface {
    /** Its name on the bus. */
    String SERVICE = "org.freedesktop.secrets";
    /** Where it is to be found there. */
    String PATH = "/org/freedesktop/secrets";
    /** Where new secrets go. */
    String DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default";
    /** What stands for no object. */
    String NOTHING = "/";

    /** A secret on its way. */
    final class Secret extends Struct {
        /** By which it goes. */
        @Position(0)
        public final DBusPath session;
        /** How it is encrypted; in no way, for the bus is the user's own. */
        @Position(1)
        public final byte[] parameters;
        /** It. */
        @Position(2)
        public final byte[] value;
        /** What kind of text it is. */
        @Position(3)
        public final String contentType;

        /**
         * Of a session.
         *
         * @param session by which it goes
         * @param parameters how it is encrypted
         * @param value it
         * @param contentType what kind of text it is
         */
        public Secret(DBusPath session, byte[] parameters, byte[] value, String contentType) {
            this.session = session;
            this.parameters = parameters;
            this.value = value;
            this.contentType = contentType;
        }
    }

    /**
     * Begins to speak of secrets.
     *
     * @param algorithm how they are encrypted on their way, such as {@code plain}
     * @param input to that
     * @return what that answers, and the session
     */
    @DBusMemberName("OpenSession")
    Pair<Variant<?>, DBusPath> openSession(String algorithm, Variant<?> input);

    /**
     * Looks for secrets.
     *
     * @param attributes what they were kept with
     * @return those that can be read, and those that are locked
     */
    @DBusMemberName("SearchItems")
    Pair<List<DBusPath>, List<DBusPath>> search(Map<String, String> attributes);

    /**
     * Unlocks what is locked.
     *
     * @param objects secrets or collections
     * @return what could be unlocked at once, and what asks the user for the rest
     */
    @DBusMemberName("Unlock")
    Pair<List<DBusPath>, DBusPath> unlock(List<DBusPath> objects);

    /** Where secrets are kept together. */
    @DBusInterfaceName("org.freedesktop.Secret.Collection")
    interface Collection extends DBusInterface {
        /**
         * Keeps a secret.
         *
         * @param properties its name, and what to find it by
         * @param secret it
         * @param replace whether it takes the place of one with the same attributes
         * @return where it is kept, and what asks the user first
         */
        @DBusMemberName("CreateItem")
        Pair<DBusPath, DBusPath> create(Map<String, Variant<?>> properties, Secret secret, boolean replace);
    }

    /** A secret that is kept. */
    @DBusInterfaceName("org.freedesktop.Secret.Item")
    interface Item extends DBusInterface {
        /**
         * {@return it}
         *
         * @param session by which it goes
         */
        @DBusMemberName("GetSecret")
        Secret secret(DBusPath session);

        /** Forgets it, and {@return what asks the user first} */
        @DBusMemberName("Delete")
        DBusPath delete();
    }

    /** Asks the user. */
    @DBusInterfaceName("org.freedesktop.Secret.Prompt")
    interface Prompt extends DBusInterface {
        /**
         * Does so.
         *
         * @param window of the program, or empty
         */
        @DBusMemberName("Prompt")
        void ask(String window);

        /** The user has answered. */
        final class Completed extends DBusSignal {
            private final boolean dismissed;

            /**
             * Made by the library.
             *
             * @param path of the prompt
             * @param dismissed whether the user does not want to
             * @param result what came of it
             * @throws DBusException when the path is none
             */
            public Completed(String path, boolean dismissed, Variant<?> result) throws DBusException {
                super(path, dismissed, result);
                this.dismissed = dismissed;
            }

            boolean dismissed() {
                return dismissed;
            }
        }
    }
}
