package dev.jobglass.app;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.cli.AskedServer;
import dev.jobglass.cli.ServerSource;
import dev.jobglass.desktop.MessageBus;
import dev.jobglass.monitor.ServerChoice;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.KnownServer;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Opens the servers that the command line, the settings or the environment name. */
final class ServerConnections implements ServerSource {
    private final CommandLineOptions options;
    private final Map<String, String> environment;

    ServerConnections(CommandLineOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    private KeyStore keys() throws UsageException {
        return options.folderChosen()
                ? KeyStore.none()
                : new KeyringKeys(MessageBus.ofSession(environment), options.folder());
    }

    @Override
    public List<AskedServer> open(List<String> addresses) throws IOException {
        try {
            List<KnownServer> known = known(options.folder());
            StartupArguments given = options.startupArguments(Environment.of(environment), true);
            ServerChoice choice = ServerChoice.of(given, known);
            return Stream.concat(choice.servers().stream(), addresses.stream().map(text -> typed(text, known)))
                    .distinct().map(server -> open(server, choice, known)).toList();
        } catch (UsageException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private List<KnownServer> known(Path folder) throws UsageException {
        try {
            return KnownServer.read(folder, keys());
        } catch (IOException _) { // which may quote what stands there
            throw new UsageException(Messages.of("app.bad.settings", KnownServer.settingsFile(folder)));
        }
    }

    private static ServerAddress typed(String text, List<KnownServer> known) {
        try {
            return ServerAddress.typed(text, known.stream().map(KnownServer::address).toList());
        } catch (ServerAddress.Malformed e) {
            throw new IllegalArgumentException(
                    Messages.of("app.bad.server", CommandLineOptions.withoutPassword(text),
                            Messages.of("text.url." + e.complaint())),
                    e);
        }
    }

    private static AskedServer open(ServerAddress server, ServerChoice choice, List<KnownServer> known) {
        ApiKey key = choice.key(server, known);
        ServerAccess access = known.stream().filter(one -> one.address().equals(server)).findFirst()
                .map(KnownServer::access).orElse(ServerAccess.PLAIN);
        return new AskedServer(server, new RunsClient(server, key, Timeouts.DEFAULT, access.route(server)));
    }
}
