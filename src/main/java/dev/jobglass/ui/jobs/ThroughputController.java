package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.history.FinishedJob;
import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.MonitoredServer;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.monitor.Workspace;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import dev.jobglass.ui.common.Background;
import dev.jobglass.ui.common.OneOf;
import dev.jobglass.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What has finished lately, in bars: from what is on the board and, for longer than an hour, from the history. */
public final class ThroughputController {
    private static final int SECONDS_BETWEEN_LOOKS = 5;
    /** So many are not counted anew each second. */
    private static final int MANY = 20_000;
    /** So many tell the median well enough. */
    private static final int SAMPLE = 2_000;

    private final Workspace workspace;
    private final UiClock clock;
    private final Times times;
    private final Background background;
    private final BiConsumer<Instant, Instant> choose;
    private final Map<JobKey, FinishedJob> finished = new HashMap<>();
    private ChartRange span = ChartRange.HOUR;
    private boolean changed;
    private ChartBars columns;
    private String caption = "";
    private String fewWords = "";

    @FXML
    private HBox bars;
    @FXML
    private HBox foot;
    @FXML
    private Label barsCaption;
    @FXML
    private HBox spans;

    /**
     * Serves the FXML of the chart.
     *
     * @param workspace whose jobs are counted
     * @param clock the ticking time
     * @param times says times
     * @param background asks the history
     * @param choose takes the beginning and the end of the bar that a user clicks
     */
    public ThroughputController(Workspace workspace, UiClock clock, Times times, Background background,
            BiConsumer<Instant, Instant> choose) {
        this.workspace = workspace;
        this.clock = clock;
        this.times = times;
        this.background = background;
        this.choose = choose;
    }

    @FXML
    private void initialize() {
        columns = new ChartBars(bars, number -> choose.accept(span.start(number, clock.get()),
                span.end(number, clock.get())), this::describe);
        OneOf.fill(spans, List.of(ChartRange.values()), ChartRange.HOUR, one -> "span" + one,
                one -> Messages.of("jobs.span." + one), this::show);
        Texts.tooltipWhenCut(barsCaption);
        Stream.of(foot.widthProperty(), spans.widthProperty(), barsCaption.fontProperty())
                .forEach(place -> place.addListener(_ -> fit()));
        clock.timeProperty().addListener((_, _, time) -> {
            if (columns.isEmpty()) { // the first rows did not have to wait for them
                show(ChartRange.HOUR);
            } else if (changed && finished.size() < MANY || time.getEpochSecond() % SECONDS_BETWEEN_LOOKS == 0) {
                show();
            }
        });
        workspace.revisionProperty().addListener((_, _, _) -> workspace.lastChanged().forEach(this::take));
        workspace.jobs().forEach(this::take);
        workspace.servers().addListener((ListChangeListener<MonitoredServer>) _ -> beginAnew());
    }

    private void show(ChartRange next) {
        span = next;
        columns.make(span.bars());
        show();
        remember();
    }

    /** Adds what finished before the program was started, or has left the board. */
    private void remember() {
        Instant from = span.start(0, clock.get());
        List.copyOf(workspace.servers())
                .forEach(server -> background
                        .begin(() -> workspace.history().finished(server.server().toString(), from), remembered -> {
                            if (!server.closed()) {
                                remembered.forEach(
                                        one -> finished.putIfAbsent(new JobKey(server.server(), one.jobId()), one));
                                show();
                            }
                        }, _ -> {
                            // The history has told the log.
                        }));
    }

    /** The servers are others than before. */
    private void beginAnew() {
        finished.clear();
        workspace.jobs().forEach(this::take);
        if (!columns.isEmpty()) {
            remember();
        }
    }

    private String describe(int number) {
        Instant start = span.start(number, clock.get());
        return Messages.of("jobs.bar.tip", times.clock(start, clock.get()),
                times.clock(span.end(number, clock.get()), clock.get()),
                count(number, JobState.SUCCEEDED), count(number, JobState.FAILED));
    }

    private long count(int number, JobState state) {
        return finished.values().stream().filter(one -> one.state() == state)
                .filter(one -> span.number(one.ended(), clock.get()) == number).count();
    }

    /** Of all jobs only those are kept that finished lately, for there may be many. */
    private void take(Job job) {
        JobSnapshot view = job.view();
        boolean counts = workspace.contains(job)
                && (view.state() == DisplayState.SUCCEEDED || view.state() == DisplayState.FAILED)
                && ChartRange.WEEK.number(view.ended(), clock.get()) >= 0;
        if (counts) {
            finished.put(job.key(), new FinishedJob(job.id(), view.status().state(), view.status().run(),
                    view.changedAt()));
        } else if (finished.remove(job.key()) == null) {
            return;
        }
        changed = true;
    }

    private void show() {
        changed = false;
        Instant end = clock.get();
        finished.values().removeIf(one -> ChartRange.WEEK.number(one.ended(), end) < 0);
        int[] succeeded = new int[span.bars()];
        int[] failed = new int[span.bars()];
        List<Duration> durations = new ArrayList<>();
        for (FinishedJob one : finished.values()) {
            int number = span.number(one.ended(), end);
            if (number >= 0) {
                (one.state() == JobState.FAILED ? failed : succeeded)[number]++;
                if (one.took() != null) {
                    durations.add(one.took());
                }
            }
        }
        columns.draw(succeeded, failed);
        caption(Arrays.stream(succeeded).sum(), Arrays.stream(failed).sum(), durations);
        fit();
    }

    /** In few words where there is no room for more. */
    private void fit() {
        boolean fits = Texts.fits(caption, barsCaption.getFont(), foot.getWidth() - spans.getWidth());
        barsCaption.setText(fits ? caption : fewWords);
    }

    private void caption(int good, int bad, List<Duration> durations) {
        if (good + bad == 0) {
            caption = Messages.of("jobs.finished.none." + span);
            fewWords = Messages.of("jobs.finished.none");
            return;
        }
        List<Duration> sample = IntStream.iterate(0, i -> i < durations.size(), i -> i + 1 + durations.size() / SAMPLE)
                .mapToObj(durations::get).sorted().toList();
        double succeeded = (double) good / (good + bad);
        caption = Messages.of("jobs.finished." + span, succeeded, Times.took(median(sample)));
        fewWords = Messages.of("jobs.finished.few", succeeded);
    }

    /** Of an even number the mean of the two in the middle, as in the insights. */
    private static Duration median(List<Duration> sorted) {
        return sorted.isEmpty()
                ? null
                : sorted.get((sorted.size() - 1) / 2).plus(sorted.get(sorted.size() / 2)).dividedBy(2);
    }
}
