package dev.jobglass.bench;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.history.History;
import dev.jobglass.model.Board;
import dev.jobglass.model.BoardListener;
import dev.jobglass.model.Job;
import dev.jobglass.model.OpenFailures;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.monitor.JobSelection;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.ServerManager;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.poll.PollSettings;
import dev.jobglass.poll.ServerPoller;
import dev.jobglass.settings.NotificationSettings;
import dev.jobglass.settings.RowSettings;
import dev.jobglass.settings.Theme;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.DashboardActions;
import dev.jobglass.ui.common.Views;
import dev.jobglass.ui.main.DashboardController;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
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

    /** What a person types into the filter, letter after letter, and takes away again. */
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
     *        "watch" or "use" for a person who scrolls and types, seconds to measure
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
        board = new Board(ServerAddress.DEFAULT, "server", Duration.ofHours(5), new OpenFailures(Set.of(), _ -> {
        }), true, _ -> false, BoardListener.NONE);
        RunsClient client = new RunsClient(ServerAddress.DEFAULT, null, Timeouts.DEFAULT);
        ServerPoller idle = new ServerPoller(client, PollSettings.DEFAULT, _ -> false, InstantSource.system(),
                System::nanoTime, random);
        MonitoredServer watching = new MonitoredServer(board, idle, client, 1_000_000, JobSelection.ofAll());
        History history = new History(Path.of(System.getProperty("java.io.tmpdir"), "jobglass-bench.db"),
                Duration.ofDays(1));
        Workspace overview = new Workspace(history);
        overview.add(watching);
        DashboardController controller = new DashboardController(overview, history, new Background(),
                new NoActions(),
                new UiClock(InstantSource.system()), false);
        Parent root = Views.load("dashboard.fxml", controller);
        controller.beside(javafx.scene.layout.VBox::new);
        Scene scene = new Scene(root, 1280, 800);
        scene.getStylesheets().add("/dev/jobglass/ui/common/jobglass.css");
        javafx.application.Application
                .setUserAgentStylesheet(new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet());
        Stage stage = new Stage();
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
                Instant.now(), Duration.ofMillis(5), null, true, live, Duration.ofMillis(1), 2_000)));
    }

    /** A program that does nothing. */
    private static final class NoActions implements DashboardActions {
        @Override
        public ServerManager servers() {
            return null; // nobody opens its menu
        }

        @Override
        public void openDemo() {
            // Not here.
        }

        @Override
        public void showFailure(Job job) {
            // Not here.
        }

        @Override
        public void theme(Theme theme) {
            // Not here.
        }

        @Override
        public Theme theme() {
            return Theme.DARK;
        }

        @Override
        public void discovery(boolean on) {
            // Not here.
        }

        @Override
        public boolean discovery() {
            return true;
        }

        @Override
        public void rows(RowSettings rows) {
            // Not here.
        }

        @Override
        public RowSettings rows() {
            return new RowSettings(null, null);
        }

        @Override
        public void detailsWidth(double width) {
            // Not here.
        }

        @Override
        public double detailsWidth() {
            return 0;
        }

        @Override
        public void cancel(List<Job> jobs) {
            // Not here.
        }

        @Override
        public void delete(List<Job> jobs) {
            // Not here.
        }

        @Override
        public void browse(Job job) {
            // Not here.
        }

        @Override
        public void showHistory() {
            // Not here.
        }

        @Override
        public void about() {
            // Not here.
        }

        @Override
        public void textSize(int percent) {
            // Always the usual.
        }

        @Override
        public int textSize() {
            return 100;
        }

        @Override
        public NotificationSettings notifications() {
            return NotificationSettings.DEFAULT;
        }

        @Override
        public void notifications(UnaryOperator<NotificationSettings> change) {
            // Nobody is told.
        }

        @Override
        public void showSettings() {
            // There are none.
        }

        @Override
        public void watchScreen() {
            // Not here.
        }
    }
}
