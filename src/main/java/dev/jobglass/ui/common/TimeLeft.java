package dev.jobglass.ui.common;

import dev.jobglass.model.DisplayState;
import dev.jobglass.model.Eta;
import dev.jobglass.model.Job;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;
import java.time.Duration;
import java.time.Instant;

/** Says in a few words how long a job will still run, or what keeps it. JavaFX thread only. */
public final class TimeLeft {
    private TimeLeft() {
    }

    /**
     * {@return the words, empty when nothing is known}
     *
     * @param job a running or stalled one
     * @param now the present
     */
    public static String of(Job job, Instant now) {
        return of(job, now, Messages.glyph(job.view().state()));
    }

    /**
     * {@return the same for a line that has the state's glyph already}
     *
     * @param job a running or stalled one
     * @param now the present
     */
    public static String withoutGlyph(Job job, Instant now) {
        return of(job, now, "").strip();
    }

    private static String of(Job job, Instant now, String glyph) {
        JobSnapshot view = job.view();
        if (view.state() == DisplayState.STALLED) {
            return Messages.of("common.left.stalled", glyph,
                    Times.duration(Duration.between(view.changedAt(), now)));
        }
        Duration ran = view.elapsed(job.knownAt(now)); // as in the table
        if (view.overdue()) {
            return Messages.of("common.left.overdue", Times.duration(ran));
        }
        Eta eta = job.eta(now);
        return eta != null
                ? Times.left(eta)
                : ran == null ? "" : Messages.of("common.left.soFar", Times.duration(ran));
    }
}
