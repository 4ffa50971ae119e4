package dev.jobglass.monitor;

import dev.jobglass.api.ApiKey;
import dev.jobglass.api.ConnectionProbe;
import dev.jobglass.api.ConnectionStep;
import dev.jobglass.api.JobPage;
import dev.jobglass.api.JobServer;
import dev.jobglass.api.Problem;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.settings.PollingSettings;
import dev.jobglass.settings.ServerAccess;
import dev.jobglass.settings.ServerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks a server once, to find out whether and how it can be reached. */
final class ConnectionTester {
    private final MonitoredServerFactory factory;
    private final PollingSettings polling;

    ConnectionTester(MonitoredServerFactory factory, PollingSettings polling) {
        this.factory = factory;
        this.polling = polling;
    }

    /** With the key that was given for the server or, without, the one that is kept; tells on the JavaFX thread. */
    void test(ServerSettings server, ApiKey given, Consumer<TestedConnection> taker) {
        ApiKey key;
        try {
            key = given == null ? StartupServers.kept(server) : given;
        } catch (IllegalArgumentException _) {
            taker.accept(new TestedConnection(List.of(), new ConnectionTest.KeyUnusable()));
            return;
        }
        CompletableFuture<ConnectionTest> asked = ask(factory.client(key, server));
        FxThread.take(steps(server).thenCombine(asked, TestedConnection::new), taker);
    }

    private CompletableFuture<List<ConnectionStep>> steps(ServerSettings server) {
        Duration patience = Duration.ofSeconds(polling.connectSecondsProperty().get());
        ServerAccess access = server.access();
        return CompletableFuture.supplyAsync(() -> ConnectionProbe.probe(server.address(),
                access.route(server.address()), patience), Thread::startVirtualThread);
    }

    private static CompletableFuture<ConnectionTest> ask(JobServer server) {
        long sent = System.nanoTime();
        return server.list(null, 1, 1).thenApply(response -> {
            server.close();
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
            return switch (response) {
                case Success(JobPage page) -> new ConnectionTest.Lists(took, page.total());
                case Failure(Problem.NotFound _) -> new ConnectionTest.ListsNothing(took);
                case Failure(Problem problem) -> new ConnectionTest.Failed(problem);
            };
        });
    }
}
