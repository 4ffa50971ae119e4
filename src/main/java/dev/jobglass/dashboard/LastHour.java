package dev.jobglass.dashboard;

import dev.jobglass.board.Board;
import dev.jobglass.board.Job;
import dev.jobglass.board.JobView;
import dev.jobglass.board.Now;
import dev.jobglass.board.ShownState;
import dev.jobglass.board.text.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What finished in the last hour, in bars of two minutes, from what is on the board. */
final class LastHour {
    private static final int BARS = 30;
    private static final Duration BAR = Duration.ofMinutes(2);
    /** The tallest bar; the CSS sets the height of the whole. */
    private static final double HEIGHT = 36;

    private final Board board;
    private final Now now;
    private final Label caption;
    private final Set<Job> finished = new HashSet<>();
    private boolean changed;
    private final List<Region> good = new ArrayList<>();
    private final List<Region> bad = new ArrayList<>();

    LastHour(HBox bars, Label caption, Board board, Now now) {
        this.board = board;
        this.now = now;
        this.caption = caption;
        for (int i = 0; i < BARS; i++) {
            good.add(bar(ShownState.SUCCEEDED));
            bad.add(bar(ShownState.FAILED));
            VBox column = new VBox(bad.get(i), good.get(i));
            column.setAlignment(Pos.BOTTOM_CENTER);
            column.setMinWidth(1);
            bars.getChildren().add(column);
        }
        now.timeProperty().addListener((_, _, time) -> {
            if (changed || time.getEpochSecond() % 5 == 0) {
                show();
            }
        });
        board.revisionProperty().addListener((_, _, _) -> board.lastChanged().forEach(this::take));
        board.jobs().forEach(this::take);
        show();
    }

    private static Region bar(ShownState state) {
        Region bar = new Region();
        bar.getStyleClass().addAll("bar", state.styleClass());
        return bar;
    }

    /** Of all jobs only those are kept that finished lately, for there may be many. */
    private void take(Job job) {
        JobView view = job.view();
        boolean counts = (view.state() == ShownState.SUCCEEDED || view.state() == ShownState.FAILED)
                && view.status().completedAt() != null && bar(view, now.get()) >= 0
                && board.job(job.id()).isPresent();
        changed |= counts ? finished.add(job) : finished.remove(job);
    }

    private static int bar(JobView view, Instant end) {
        long ago = bucket(end) - bucket(view.status().completedAt());
        return (int) (BARS - 1 - Math.max(0, ago));
    }

    private void show() {
        changed = false;
        int[] succeeded = new int[BARS];
        int[] failed = new int[BARS];
        List<Duration> durations = new ArrayList<>();
        Instant end = now.get();
        finished.removeIf(job -> bar(job.view(), end) < 0);
        for (Job job : finished) {
            JobView view = job.view();
            (view.state() == ShownState.FAILED ? failed : succeeded)[bar(view, end)]++;
            Duration ran = view.elapsed(end);
            if (ran != null) {
                durations.add(ran);
            }
        }
        draw(succeeded, failed);
        describe(succeeded, failed, durations);
    }

    /** Full two minutes of the clock, so that past bars stand still. */
    private static long bucket(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), BAR.toSeconds());
    }

    private void draw(int[] succeeded, int[] failed) {
        int most = 1;
        for (int i = 0; i < BARS; i++) {
            most = Math.max(most, succeeded[i] + failed[i]);
        }
        for (int i = 0; i < BARS; i++) {
            good.get(i).setPrefHeight(HEIGHT * succeeded[i] / most);
            bad.get(i).setPrefHeight(HEIGHT * failed[i] / most);
        }
    }

    private void describe(int[] succeeded, int[] failed, List<Duration> durations) {
        int good = Arrays.stream(succeeded).sum();
        int all = good + Arrays.stream(failed).sum();
        if (all == 0) {
            caption.setText(Texts.of("lastHour.none"));
            return;
        }
        durations.sort(Duration::compareTo);
        String median = durations.isEmpty()
                ? Times.duration(null)
                : Times.duration(durations.get(durations.size() / 2));
        caption.setText(Texts.of("lastHour", (double) good / all, median));
    }
}
