package dev.jobglass.ui.jobs;

import dev.jobglass.api.JobStatus;
import dev.jobglass.model.Eta;
import dev.jobglass.model.JobSnapshot;
import dev.jobglass.monitor.UiClock;
import dev.jobglass.text.Messages;
import dev.jobglass.text.Times;

/** When the job was over, or what is left of it. Ticks while there is something left. */
final class CompletedCell extends TimeCell {
    CompletedCell(Times times, UiClock clock, boolean compact) {
        super(JobStatus::completedAt, times, clock, compact);
        tick(clock);
    }

    @Override
    void show(JobSnapshot view) {
        Eta eta = job().map(job -> job.eta(clock().get())).orElse(null);
        if (eta == null) {
            super.show(view);
        } else {
            setText(Times.left(eta));
            setAccessibleText(getText());
            tip(Messages.of(eta.sure() ? "jobs.eta.tip" : "jobs.eta.range.tip"));
        }
    }
}
