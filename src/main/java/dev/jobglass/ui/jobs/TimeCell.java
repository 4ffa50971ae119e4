package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Times;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** A time of day, below the date when it was another day. */
class TimeCell extends JobCell {
    private final Function<JobStatus, Instant> time;
    private final Times times;
    private final UiClock clock;
    private final boolean compact;
    /** What was said last, and in words, which takes a while to make. */
    private Instant said;
    private String words;

    TimeCell(Function<JobStatus, Instant> time, Times times, UiClock clock, boolean compact) {
        this.compact = compact;
        this.time = time;
        this.times = times;
        this.clock = clock;
        getStyleClass().add("number");
    }

    final UiClock clock() {
        return clock;
    }

    @Override
    void show(JobSnapshot view) {
        Instant at = view.status() == null ? null : time.apply(view.status());
        setText(compact
                ? times.shortClock(at, clock.get())
                : times.clockInTwoLines(at, clock.get()));
        if (words == null || !Objects.equals(at, said)) {
            said = at;
            words = times.full(at);
        }
        setAccessibleText(words);
        tip(at == null ? null : times.exact(at, clock.get()));
    }
}
