package dev.jobglass.app;

import static org.assertj.core.api.Assertions.fail;

import dev.jobglass.app.Monkey.Step;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.testing.BesideOthers;
import dev.jobglass.testing.Fx;
import dev.jobglass.testing.RunsServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A monkey with rules: whatever a user does at random while jobs and servers do as they like, the window holds. More of
 * it by {@code -Dmonkey.steps=20000}, others by {@code -Dmonkey.seed=}; the usual seed is always the same, so that the
 * suite does not fail by chance. No step may keep the JavaFX thread busy for longer than 250 ms at a time, of its
 * processor's time, once what it does has been loaded and compiled; {@code -Dmonkey.busy=100} is stricter.
 */
@ResourceLock(BesideOthers.LOG)
class MonkeyTest extends ProgramTest {
    private static final long USUAL_SEED = 659_279_935L;
    private static final int STEPS_IN_RUN = 250;
    private static final int MOST_TRIES = 40;
    /** Rows that are made while a table is laid out are so themselves in the next pulse. */
    private static final int PULSES = 4;
    /** What was done so often has loaded and compiled what it needs. */
    private static final int LOADED = 3;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long mostBusy = Long.getLong("monkey.busy", 250);
    private long busiest;
    private final Map<String, Integer> done = new HashMap<>();
    private int runs;
    @TempDir
    private Path all;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord message) {
            if (message.getLevel().intValue() >= Level.WARNING.intValue()) {
                Throwable thrown = message.getThrown();
                wrong.add("logged: " + message.getMessage() + " "
                        + trace(thrown == null ? new Throwable("logged here") : thrown));
            }
        }

        @Override
        public void flush() {
            // is done at once
        }

        @Override
        public void close() {
            // holds nothing
        }
    };

    @Test
    void theWindowHoldsWhateverIsDone() throws Exception {
        int steps = Integer.getInteger("monkey.steps", 500);
        long seed = Long.getLong("monkey.seed", USUAL_SEED);
        for (int done = 0; done < steps; done += STEPS_IN_RUN, seed++) {
            System.out.println("Monkey: seed " + seed);
            List<Step> all = Monkey.steps(seed, Math.min(STEPS_IN_RUN, steps - done));
            Optional<Failure> failure = run(all);
            if (failure.isPresent()) {
                System.out.println(failure.get());
                List<Step> few = shrink(all.subList(0, failure.get().steps()));
                fail("seed " + seed + ": " + failure.get().what() + "\nby " + few);
            }
        }
        System.out.println("Monkey: no step kept the JavaFX thread busy for longer than " + busiest + " ms");
    }

    /** What went wrong, after how many steps. */
    private record Failure(int steps, String what) {
    }

    /** Leaves out what is not needed for something to go wrong. */
    private List<Step> shrink(List<Step> steps) throws Exception {
        List<Step> least = new ArrayList<>(steps);
        int tries = 0;
        for (int chunk = Math.max(1, least.size() / 2); tries < MOST_TRIES; chunk = Math.max(1, chunk / 2)) {
            boolean shorter = false;
            for (int start = 0; start < least.size() && tries < MOST_TRIES; tries++) {
                List<Step> fewer = new ArrayList<>(least);
                fewer.subList(start, Math.min(least.size(), start + chunk)).clear();
                Optional<Failure> failure = run(fewer);
                if (failure.isPresent()) {
                    least = new ArrayList<>(fewer.subList(0, failure.get().steps()));
                    shorter = true;
                } else {
                    start += chunk;
                }
            }
            if (chunk == 1 && !shorter) {
                break;
            }
        }
        return least;
    }

    private Optional<Failure> run(List<Step> steps) throws Exception {
        wrong.clear();
        runs++;
        folder = all.resolve("run " + runs); // nothing is kept from the run before
        server.close();
        server = new RunsServer();
        for (int i = 0; i < 30; i++) {
            server.job("run_" + i, List.of("running", "queued", "succeeded", "failed").get(i % 4), i,
                    Map.of("retry_after", 1, "agent_id", "agent " + i % 3));
        }
        Logger root = Logger.getLogger("");
        root.addHandler(log);
        Fx.run(() -> Thread.currentThread()
                .setUncaughtExceptionHandler((_, error) -> {
                    if (!LayoutSweep.beyondScreen(error)) {
                        wrong.add("uncaught: " + trace(error));
                    }
                }));
        try {
            open();
            Fx.await("rows", () -> rows().size() == 30);
            Monkey monkey = new Monkey(this);
            long windows = Fx.call(() -> Thread.currentThread().threadId());
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                monkey.doToServer(step);
                long before = threads.getThreadCpuTime(windows);
                Platform.runLater(() -> monkey.doToWindows(step)); // not waited for: a question may keep it
                Fx.run(() -> {
                    // is done after that, before the next pulse lays out what has changed
                });
                before = busy(before, threads.getThreadCpuTime(windows), step);
                for (int pulse = 0; pulse < PULSES; pulse++) {
                    Fx.pulses(1);
                    before = busy(before, threads.getThreadCpuTime(windows), step);
                }
                done.merge(Monkey.kind(step), 1, Integer::sum);
                Fx.run(this::check);
                if (!wrong.isEmpty()) {
                    return Optional.of(new Failure(i + 1, step + ": " + String.join("\n", wrong)));
                }
            }
            return Optional.empty();
        } finally {
            Fx.run(new Monkey(this)::closeWindows);
            closeProgram();
            root.removeHandler(log);
            Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }

    /** {@return after} */
    private long busy(long before, long after, Step step) {
        String kind = Monkey.kind(step);
        long milliseconds = Duration.ofNanos(after - before).toMillis();
        if (runs > 1 && done.getOrDefault(kind, 0) >= LOADED) {
            busiest = Math.max(busiest, milliseconds);
            if (milliseconds > mostBusy) {
                wrong.add("busy for " + milliseconds + " ms by " + kind);
            }
        }
        return after;
    }

    private void check() {
        if (stage.getScene().lookup(".watch-screen") == null) {
            selectionExists();
            countsAgree();
        }
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window.isShowing() && window instanceof Stage) { // what pops up slides in and out
                LayoutRules.broken(window.getScene()).forEach(wrong::add);
            }
        }
    }

    private void selectionExists() {
        table().getSelectionModel().getSelectedIndices().stream()
                .filter(row -> row < 0 || row >= table().getItems().size())
                .forEach(row -> wrong.add("selected row " + row + " of " + table().getItems().size()));
        table().getItems().stream().filter(Job.class::isInstance).map(Job.class::cast)
                .filter(job -> !workspace.contains(job))
                .forEach(job -> wrong.add("a row of a job that is gone: " + job.id()));
    }

    private void countsAgree() {
        for (DisplayState state : List.of(DisplayState.QUEUED, DisplayState.RUNNING, DisplayState.FAILED,
                DisplayState.SUCCEEDED)) {
            long jobs = workspace.jobs().filter(job -> job.view().state() == state).count();
            String id = "#tile" + state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
            String shown = ((Label) stage.getScene().lookup(id).lookup(".tile-number")).getText();
            if (!shown.equals(Long.toString(jobs))) {
                wrong.add(state + " " + jobs + " but the tile says " + shown);
            }
        }
    }

    private static String trace(Throwable error) {
        if (error == null) {
            return "";
        }
        Throwable cause = Stream.iterate(error, Objects::nonNull, Throwable::getCause).reduce((_, next) -> next).get();
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString().lines().filter(line -> !line.contains("rocessCSS")).limit(40).reduce("",
                (a, b) -> a + "\n" + b);
    }
}
