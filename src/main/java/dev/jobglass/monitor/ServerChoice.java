package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.settings.KnownServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which servers a start of the program is about, and what they are given: command line before settings before
 * environment before the API's own default.
 *
 * @param servers those to begin with; none when those that were chosen are not known
 * @param nobodys whether nobody has named a server, so that the first is the API's own default
 * @param keys what was given for servers, which is not kept: meant for this run and for no other server
 */
public record ServerChoice(List<ServerAddress> servers, boolean nobodys, Map<ServerAddress, ApiKey> keys) {
    private static final System.Logger LOG = System.getLogger(ServerChoice.class.getName());

    /** Copies both. */
    public ServerChoice {
        servers = List.copyOf(servers);
        keys = Map.copyOf(keys);
    }

    /**
     * {@return the choice}
     *
     * @param given what this start was given
     * @param known what the settings know
     */
    public static ServerChoice of(StartupArguments given, List<KnownServer> known) {
        List<ServerAddress> named = given.servers().stream().map(text -> typed(text, known)).distinct()
                .toList();
        ServerAddress ofEnvironment = given.environmentServer() == null
                ? null
                : typed(given.environmentServer(), known);
        List<ServerAddress> remembered = remembered(known);
        boolean nobodys = named.isEmpty() && remembered.isEmpty() && ofEnvironment == null;
        List<ServerAddress> servers = !named.isEmpty()
                ? named
                : !remembered.isEmpty()
                        ? remembered
                        : ofEnvironment != null
                                ? List.of(ofEnvironment)
                                : given.newUser() ? List.of(ServerAddress.DEFAULT) : List.of();
        return new ServerChoice(servers, nobodys,
                keys(given, named.isEmpty() ? ofEnvironment : named.getFirst(), servers, known));
    }

    /**
     * {@return the address that a user means, in the light of the servers that are known}
     *
     * @param text already checked
     * @param known what the settings know
     */
    static ServerAddress typed(String text, List<KnownServer> known) {
        try {
            return ServerAddress.typed(text, known.stream().map(KnownServer::address).toList());
        } catch (ServerAddress.Malformed e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** {@return those a user had watched last; of older settings the first} */
    private static List<ServerAddress> remembered(List<KnownServer> known) {
        List<ServerAddress> on = known.stream().filter(KnownServer::on).map(KnownServer::address).toList();
        return on.isEmpty() ? known.stream().limit(1).map(KnownServer::address).toList() : on;
    }

    /** A key goes to no server that was not named together with it: whoever listens there would have it. */
    private static Map<ServerAddress, ApiKey> keys(StartupArguments given, ServerAddress meant,
            List<ServerAddress> servers, List<KnownServer> known) {
        ApiKey key = given.key() != null ? given.key() : given.environmentKey();
        if (key == null) {
            return Map.of();
        }
        if (meant == null) {
            LOG.log(System.Logger.Level.WARNING, "The key that was given goes to no server, since none was named:"
                    + " name it with --server or in PRAISONAI_BASE_URL");
            return Map.of();
        }
        if (!servers.contains(meant)) {
            LOG.log(System.Logger.Level.WARNING, "The key that was given is for {0}, which is not watched", meant);
        }
        // The environment's key is for a server named anew; one we remember a key of gets that.
        boolean keptOther = given.servers().isEmpty() && given.key() == null
                && known(meant, known).map(KnownServer::key).isPresent();
        return keptOther ? Map.of() : Map.of(meant, key);
    }

    private static Optional<KnownServer> known(ServerAddress server, List<KnownServer> known) {
        return known.stream().filter(one -> one.address().equals(server)).findFirst();
    }

    /**
     * {@return the key for a server, or null; one given goes to the server it was given for only}
     *
     * @param server which
     * @param known what the settings know
     * @throws IllegalArgumentException when what is kept cannot be one
     */
    public ApiKey key(ServerAddress server, List<KnownServer> known) {
        return keys.containsKey(server)
                ? keys.get(server)
                : known(server, known).map(ServerChoice::kept).orElse(null);
    }

    /** {@return the key that is kept of a server, or null} */
    static ApiKey kept(KnownServer server) {
        return Stream.ofNullable(server.key()).filter(key -> !key.isBlank()).map(ApiKey::new).findFirst()
                .orElse(null);
    }
}
