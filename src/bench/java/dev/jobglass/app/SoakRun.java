package dev.jobglass.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.jobglass.history.History;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.main.MainWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The whole program with its watch screen, unattended, against a server where jobs come and go: what it holds after
 * each tenth of a million statuses. Lies in the program's own package, whose wiring it uses.
 */
public final class SoakRun {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int POINTS = 10;
    /** Few, so that what is beyond is thrown away from early on, as after weeks. */
    private static final int FINISHED_KEPT = 2_000;

    private SoakRun() {
    }

    /**
     * Runs once and prints one line of JSON.
     *
     * @param arguments url, statuses
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        String url = arguments[0];
        long statuses = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory("jobglass-soak");
        LogFile.open(folder, false);
        Platform.startup(() -> open(url, folder));
        ArrayNode curve = JSON.createArrayNode();
        for (int point = 1; point <= POINTS; point++) {
            while (report(url).path("statuses").asLong() < statuses * point / POINTS) {
                Thread.sleep(Duration.ofMillis(500));
            }
            curve.add(point(report(url), folder));
        }
        ObjectNode result = JSON.createObjectNode();
        result.put("statuses", report(url).path("statuses").asLong());
        result.put("connections_broken", report(url).path("broken").asLong());
        for (String field : new String[]{"heap_mb", "threads", "files", "log_kb"}) {
            result.put(field, curve.findValuesAsText(field).toString());
        }
        System.out.println(result);
        Runtime.getRuntime().halt(0);
    }

    private static void open(String url, Path folder) {
        Settings settings = new Settings();
        settings.polling().finishedKeptProperty().set(FINISHED_KEPT);
        History history = new History(folder.resolve("history.db"), Duration.ofDays(30));
        ServerManager servers = new ServerManager(
                new StartupServers(new StartupArguments(List.of(url), null, null, null, true), settings), settings,
                history,
                InstantSource.system());
        MainWindow window = new MainWindow(new Stage(), settings, new ThemeManager(Theme.DARK, new Settings().look()),
                servers,
                new PlatformServices("none"), new Channels(new ToastChannel(), _ -> {
                }, _ -> {
                }), () -> Demo.open(InstantSource.system()));
        window.show(servers.first());
        window.open(1280, 800);
        window.showWatchScreen();
    }

    private static ObjectNode point(JsonNode report, Path folder) {
        // What a collection leaves is what is held.
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        ObjectNode point = JSON.createObjectNode();
        point.put("statuses", report.path("statuses").asLong());
        point.put("heap_mb", Math.round(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 100_000.0) / 10.0);
        point.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        point.put("files", ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1);
        point.put("log_kb", logSize(folder) / 1_000);
        return point;
    }

    private static long logSize(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return Arrays.stream(files.toArray(Path[]::new)).filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode report(String url) throws Exception {
        return JSON.readTree(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url + "/bench/report")).build(), BodyHandlers.ofString())
                .body());
    }
}
