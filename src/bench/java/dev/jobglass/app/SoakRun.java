package dev.jobglass.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.jobglass.desktop.Desktop;
import dev.jobglass.history.History;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.notifications.Channels;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.NotificationKind;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.settings.UnreadKeys;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.main.MainWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The whole program against a server where jobs come and go: what it holds after each tenth of so many statuses, on its
 * watch screen unattended, or of so many minutes, with a user at work. Lies in the program's own package, whose wiring
 * it uses.
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
     * @param arguments url, statuses; or url, minutes, "desk"
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        String url = arguments[0];
        long most = Long.parseLong(arguments[1]);
        boolean desk = arguments.length > 2;
        Path folder = Files.createTempDirectory("jobglass-soak");
        LogFile.open(folder, false);
        Platform.startup(() -> open(url, folder, desk));
        ArrayNode curve = JSON.createArrayNode();
        Instant start = Instant.now();
        for (int point = 1; point <= POINTS; point++) {
            long until = desk ? 60 * most * point / POINTS : most * point / POINTS;
            while (desk ? Instant.now().isBefore(start.plusSeconds(until)) : statuses(url) < until) {
                Thread.sleep(Duration.ofMillis(500));
            }
            curve.add(point(report(url), folder));
            System.err.println(curve.get(curve.size() - 1));
        }
        ObjectNode result = JSON.createObjectNode();
        result.put("statuses", report(url).path("statuses").asLong());
        result.put("connections_broken", report(url).path("broken").asLong());
        for (String field : new String[]{"heap_mb", "resident_mb", "textures_kb", "threads", "files", "history_mb",
                "log_kb"}) {
            result.put(field, curve.findValuesAsText(field).toString());
        }
        System.out.println(result);
        Runtime.getRuntime().halt(0);
    }

    private static void open(String url, Path folder, boolean desk) {
        Settings settings = new Settings();
        settings.polling().finishedKeptProperty().set(FINISHED_KEPT);
        History history = new History(folder.resolve("history.db"), Duration.ofDays(30));
        ServerManager servers = new ServerManager(
                new StartupServers(new StartupArguments(List.of(url), null, null, null, true), settings), settings,
                history,
                InstantSource.system(), new UnreadKeys(settings, KeyStore.none()));
        MainWindow window = new MainWindow(new Stage(), settings, new ThemeManager(Theme.DARK, new Settings().look()),
                servers,
                new PlatformServices("none"), new Channels(new ToastChannel(), _ -> {
                }, _ -> {
                }, () -> true), Desktop.none(), InstantSource.system(), () -> Demo.open(InstantSource.system()));
        window.show(servers.first());
        window.open(1280, 800);
        if (desk) {
            settings.notifications().kinds().addAll(Arrays.asList(NotificationKind.values()));
            new DeskUser(window, settings).work();
        } else {
            window.showWatchScreen();
        }
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
        point.put("resident_mb", residentKilobytes() / 1_000);
        point.put("textures_kb", textureBytes() / 1_000);
        point.put("history_mb", folder.resolve("history.db").toFile().length() / 1_000_000);
        point.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        point.put("files", ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1);
        point.put("log_kb", logSize(folder) / 1_000);
        return point;
    }

    private static long residentKilobytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(-1);
        } catch (IOException _) {
            return -1; // no Linux
        }
    }

    /** What JavaFX holds to paint with, which nothing of its API tells. */
    private static long textureBytes() {
        try {
            Object pipeline = Class.forName("com.sun.prism.GraphicsPipeline").getMethod("getPipeline").invoke(null);
            Object pool = call(call(pipeline, "getDefaultResourceFactory"), "getTextureResourcePool");
            return (Long) call(pool, "used");
        } catch (ReflectiveOperationException | RuntimeException _) {
            return -1; // another version of JavaFX
        }
    }

    private static Object call(Object object, String name) throws ReflectiveOperationException {
        Method method = Arrays.stream(object.getClass().getMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == 0).findFirst().orElseThrow();
        method.setAccessible(true);
        return method.invoke(object);
    }

    private static long statuses(String url) throws Exception {
        return report(url).path("statuses").asLong();
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
