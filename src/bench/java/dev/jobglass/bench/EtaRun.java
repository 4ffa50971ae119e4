package dev.jobglass.bench;

import dev.jobglass.api.JobPage;
import dev.jobglass.api.Response.Failure;
import dev.jobglass.api.Response.Success;
import dev.jobglass.api.RunsClient;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.Timeouts;
import dev.jobglass.demo.DemoServer;
import dev.jobglass.model.Board;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.model.Job;
import dev.jobglass.model.PollBatch;
import dev.jobglass.model.PollEvent;
import dev.jobglass.model.PollReport;
import dev.jobglass.testing.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/**
 * Half an hour of the demo's jobs in a time of our own, polled every 5 s: how far what was estimated to be left of
 * them was from what was left. Prints one line of JSON.
 */
public final class EtaRun {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final Duration LENGTH = Duration.ofMinutes(30);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-25T12:00:00Z"));
    private final Board board = Servers.board("server");
    private final Map<String, List<Said>> said = new HashMap<>();
    private final List<Double> errors = new ArrayList<>();
    private int moments;
    private int within;

    /** What was said at a moment. */
    private record Said(Instant at, Eta eta) {
    }

    private EtaRun() {
    }

    /** Runs once. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        EtaRun run = new EtaRun();
        Platform.startup(() -> {
        });
        try (DemoServer demo = DemoServer.start(20261124, run.now::get);
                RunsClient client = new RunsClient(new ServerAddress(demo.address()), null, Timeouts.DEFAULT)) {
            Instant end = run.now.get().plus(LENGTH);
            while (run.now.get().isBefore(end)) {
                JobPage page = switch (client.list(null, 1, 100).get()) {
                    case Success(JobPage given) -> given;
                    case Failure(var problem) -> throw new IllegalStateException(problem.text());
                };
                FutureTask<Void> step = new FutureTask<>(() -> run.take(page), null);
                Platform.runLater(step);
                step.get();
                run.now.set(run.now.get().plus(STEP));
            }
        }
        long[] sorted = run.errors.stream().mapToLong(error -> Math.round(error * 1e6)).sorted().toArray();
        System.out.printf(
                """
                        {"jobs_finished":%d,"moments":%d,"told_%%":%.0f,"median_error_%%":%.1f,\
                        "within_range_or_25_%%":%.0f}
                        """,
                run.said.size(), run.moments, 100.0 * run.errors.size() / run.moments,
                100 * Percentile.millis(sorted, 0.5), 100.0 * run.within / run.errors.size());
        System.exit(0);
    }

    private void take(JobPage page) {
        Instant at = now.get();
        List<PollEvent> events = new ArrayList<>();
        page.jobs().forEach(status -> events.add(new PollEvent.Answered(status, at)));
        board.apply(new PollBatch(events, Map.of(), PollReport.BEGINNING));
        for (Job job : board.jobs()) {
            if (job.view().state() == DisplayState.RUNNING) {
                said.computeIfAbsent(job.id(), _ -> new ArrayList<>()).add(new Said(at, job.eta(at)));
            } else if (job.view().state() == DisplayState.SUCCEEDED && said.containsKey(job.id())) {
                compare(said.put(job.id(), List.of()), job.view().status().completedAt());
            }
        }
    }

    private void compare(List<Said> all, Instant completed) {
        for (Said one : all) {
            double left = Duration.between(one.at(), completed).toMillis();
            if (left < STEP.toMillis()) {
                continue; // whatever is said of the last moment
            }
            moments++;
            if (one.eta() != null) {
                double middle = Math.sqrt((double) one.eta().least().toMillis() * one.eta().most().toMillis());
                double error = Math.abs(middle - left) / left;
                errors.add(error);
                boolean inside = left >= one.eta().least().toMillis() && left <= one.eta().most().toMillis();
                within += inside || error < 0.25 ? 1 : 0;
            }
        }
    }
}
