package dev.jobglass.bench;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.desktop.Desktop;
import dev.jobglass.history.History;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.JobSelection;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.StartupArguments;
import dev.jobglass.monitor.StartupServers;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.notifications.ToastChannel;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.settings.KeyStore;
import dev.jobglass.settings.Settings;
import dev.jobglass.settings.Theme;
import dev.jobglass.settings.UnreadKeys;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.PlatformServices;
import dev.jobglass.ui.common.ThemeManager;
import dev.jobglass.ui.common.Views;
import dev.jobglass.ui.main.DashboardController;
import dev.jobglass.ui.main.MainStage;
import dev.jobglass.ui.main.Windows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/** The real dashboard with live rows that change all the time; prints the gaps between pulses as one line of JSON. */
public final class TableRun {
    private static final Instant CREATED = Instant.parse("2026-11-24T00:00:00Z");
    private static final int BATCHES_A_SECOND = 20;

    /** What a user types into the filter, letter after letter, and takes away again. */
    private static final String TYPED = "news step agent:news";

    private final int jobs;
    private final int live;
    private final int changes;
    private final Random random = new Random(1);
    private final Pulses pulses = new Pulses();
    private Board board;
    private TableView<?> table;
    private TextField filter;

    private TableRun(int jobs, int live, int changes) {
        this.jobs = jobs;
        this.live = live;
        this.changes = changes;
    }

    /**
     * Runs once.
     *
     * @param arguments jobs, how many of them live, changes a second, column to sort by or "none", text of the filter,
     *        "watch" or "use" for a user who scrolls and types, seconds to measure
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        TableRun run = new TableRun(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
        Platform.startup(() -> {
        });
        onFx(() -> run.open(arguments[3]));
        long heap = EngineRun.heap();
        List<PollEvent> all = run.all();
        long strings = EngineRun.heap() - heap;
        long began = System.nanoTime();
        onFx(() -> run.apply(all));
        run.awaitPulse();
        long shown = System.nanoTime() - began;
        onFx(() -> run.filter.setText(arguments[4]));
        var batches = Executors.newSingleThreadScheduledExecutor();
        batches.scheduleAtFixedRate(() -> Platform.runLater(() -> run.apply(run.some())), 0, 1_000 / BATCHES_A_SECOND,
                TimeUnit.MILLISECONDS);
        if (arguments[5].equals("use")) {
            onFx(run::use);
        }
        Thread.sleep(Duration.ofSeconds(5));
        onFx(run.pulses::measure);
        long seconds = Long.parseLong(arguments[6]);
        long cpu = Threads.cpu("JavaFX Application");
        Thread.sleep(Duration.ofSeconds(seconds));
        long used = Threads.cpu("JavaFX Application") - cpu;
        String measured = call(() -> run.pulses.json(seconds));
        batches.shutdownNow();
        all.clear();
        double kept = (EngineRun.heap() - heap - strings) / 1024.0 / run.jobs;
        System.out.println("{\"shown_ms\":%.0f,%s,\"fx_share\":%.3f,\"heap_kb_per_job_over_statuses\":%.2f}"
                .formatted(shown / 1e6, measured, used / 1e9 / seconds, kept));
        System.exit(0);
    }

    /** Two pulses later, what has been laid out in one is painted. */
    private void awaitPulse() throws Exception {
        var painted = new CompletableFuture<Void>();
        Platform.runLater(() -> new AnimationTimer() {
            private int pulse;

            @Override
            public void handle(long now) {
                if (++pulse == 2) {
                    stop();
                    painted.complete(null);
                }
            }
        }.start());
        painted.get();
    }

    /** Scrolls through the table, and types into the filter and takes it away again. */
    private void use() {
        new AnimationTimer() {
            private int pulse;

            @Override
            public void handle(long now) {
                pulse++;
                if (pulse % 2 == 0 && !table.getItems().isEmpty()) {
                    table.scrollTo(pulse * 37 % table.getItems().size());
                }
                if (pulse % 10 == 0) {
                    int length = pulse / 10 % (2 * TYPED.length());
                    filter.setText(TYPED.substring(0, Math.min(length, 2 * TYPED.length() - length)));
                }
            }
        }.start();
    }

    private static void onFx(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return null;
        });
    }

    private static <T> T call(Callable<T> action) throws Exception {
        var task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }

    private void open(String column) {
        board = new Board(ServerAddress.DEFAULT, "server", Duration.ofHours(5), OpenFailures.ofThisRun(), true,
                _ -> false, BoardListener.NONE);
        RunsClient client = new RunsClient(ServerAddress.DEFAULT, null, Timeouts.DEFAULT);
        ServerPoller idle = new ServerPoller(client, PollSettings.DEFAULT, _ -> false, InstantSource.system(),
                System::nanoTime, random);
        MonitoredServer server = new MonitoredServer(board, idle, client, 1_000_000, JobSelection.ofAll());
        History history = new History(Path.of(System.getProperty("java.io.tmpdir"), "jobglass-bench.db"),
                Duration.ofDays(1));
        Workspace workspace = new Workspace(history);
        workspace.add(server);
        Settings settings = new Settings();
        ThemeManager themes = new ThemeManager(Theme.DARK, settings.look());
        Stage stage = new Stage();
        ServerManager servers = new ServerManager(
                new StartupServers(new StartupArguments(List.of(), null, null, null, true), settings), settings,
                history,
                InstantSource.system(), new UnreadKeys(settings, KeyStore.none()));
        DashboardController controller = new DashboardController(workspace, settings, themes, servers,
                new Windows(new MainStage(stage, settings, Desktop.none().icon(), () -> {
                }), settings, servers, new PlatformServices("none"), Optional.empty(), new SimpleBooleanProperty()),
                new UiClock(InstantSource.system()), new Background(), new DashboardController.Elsewhere(() -> {
                }, () -> {
                }, () -> {
                }), new ToastChannel());
        Parent root = Views.load("dashboard.fxml", controller, controller.nested());
        controller.beside(javafx.scene.layout.VBox::new);
        Scene scene = new Scene(root, 1280, 800);
        Bindings.bindContent(scene.getStylesheets(), themes.stylesheets());
        stage.setScene(scene);
        stage.show();
        table = (TableView<?>) scene.lookup("#jobs");
        filter = (TextField) scene.lookup("#filter");
        sort(table, column);
    }

    private static <T> void sort(TableView<T> table, String id) {
        for (TableColumn<T, ?> column : table.getColumns()) {
            if (column.getId().equals(id)) {
                table.getSortOrder().add(column);
            }
        }
    }

    private PollEvent status(int job) {
        boolean running = job >= jobs - live;
        return new PollEvent.Answered(new JobStatus("run_%012d".formatted(job),
                running ? JobState.RUNNING : JobState.SUCCEEDED, running ? "running" : "succeeded",
                new Progress(running ? random.nextDouble() * 100 : 100, "Step " + random.nextInt(9), 1, 4),
                CREATED.plusSeconds(job), CREATED.plusSeconds(job + 1L),
                running ? null : CREATED.plusSeconds(job + 60L), "recipe:news-analyzer", null, "ops-7", null,
                Duration.ofSeconds(5)), Instant.now());
    }

    private List<PollEvent> all() {
        List<PollEvent> events = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            events.add(status(job));
        }
        return events;
    }

    private List<PollEvent> some() {
        List<PollEvent> events = new ArrayList<>();
        for (int i = 0; i < changes / BATCHES_A_SECOND; i++) {
            events.add(status(jobs - 1 - random.nextInt(live)));
        }
        return events;
    }

    private void apply(List<PollEvent> events) {
        board.apply(new PollBatch(events, Map.of(), new PollReport(PollReport.Reach.UP, null, null, Long.MAX_VALUE,
                Instant.now(), Duration.ofMillis(5), null, true, live, Duration.ofMillis(1), 2_000, Duration.ZERO)));
    }
}
