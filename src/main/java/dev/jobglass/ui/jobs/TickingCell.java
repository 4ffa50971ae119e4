package dev.jobglass.ui.jobs;

import dev.jobglass.api.Problem;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A text that ticks. */
final class TickingCell extends JobCell {
    private final Function<Job, String> text;

    TickingCell(Function<Job, String> text, UiClock clock) {
        this.text = text;
        getStyleClass().add("number");
        tick(clock);
    }

    @Override
    void show(JobSnapshot view) {
        setText(job().map(text).orElse(""));
        setAccessibleText(getText());
    }

    /** {@return for how long the job has run, or ran} */
    static String elapsed(Job job, UiClock clock) {
        return Times.elapsed(job.view(), job.knownAt(clock.get()));
    }

    /** {@return when the job is polled next; while its server answers nothing that is not known} */
    static String nextPoll(Job job, LongSupplier nanos) {
        JobSnapshot view = job.view();
        // A server that asks for patience is asked nothing meanwhile, also what is due.
        long next = job.server().problem() instanceof Problem.Throttled
                ? Math.max(view.nextPoll(), job.server().nextTry())
                : view.nextPoll();
        if (next == Long.MAX_VALUE || job.server().silent()) {
            return Messages.none();
        }
        long seconds = Math.ceilDiv(next - nanos.getAsLong(), 1_000_000_000L);
        return seconds <= 0 ? Messages.of("jobs.nextPoll.now") : in(seconds);
    }

    /** {@return when something comes, in one unit: nobody counts the seconds of a poll in half an hour} */
    static String in(long seconds) {
        if (seconds < 100) {
            return Messages.of("jobs.nextPoll.seconds", seconds);
        }
        return seconds < 6_000
                ? Messages.of("jobs.nextPoll.minutes", Math.ceilDiv(seconds, 60))
                : Messages.of("jobs.nextPoll.hours", Math.ceilDiv(seconds, 3_600));
    }
}
