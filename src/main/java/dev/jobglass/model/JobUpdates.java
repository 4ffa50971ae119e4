package dev.jobglass.model;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.Progress;
import java.time.Instant;
import java.util.function.Predicate;

/** Takes in what was learned about single jobs. JavaFX thread only. */
final class JobUpdates {
    private final BoardJobs jobs;
    private final JobTiming timing;
    private final OpenFailures failures;
    private final Predicate<JobStatus> excluded;
    private final BoardListener listener;
    /** When the first response came, or null. */
    private Instant began;

    JobUpdates(BoardJobs jobs, JobTiming timing, OpenFailures failures, Predicate<JobStatus> excluded,
            BoardListener listener) {
        this.jobs = jobs;
        this.timing = timing;
        this.failures = failures;
        this.excluded = excluded;
        this.listener = listener;
    }

    void unanswered(PollEvent.Unanswered unanswered) {
        jobs.get(unanswered.jobId()).ifPresent(job -> {
            JobSnapshot next = job.view().unanswered(unanswered.problem());
            if (next.state() == DisplayState.GONE && job.view().state() != DisplayState.GONE) {
                listener.gone(job.id(), unanswered.at());
            }
            jobs.show(job, next);
        });
    }

    /** {@return whether a job came to its end since a time}, so that it is news even while the first look goes on. */
    private static boolean since(Instant time, JobStatus status) {
        return status.completedAt() != null && status.completedAt().isAfter(time);
    }

    /**
     * Takes in a status.
     *
     * @param nextPoll when the job falls due, given together with it so that each cell is updated once; or null when
     *        that has not changed
     * @param firstLook whether what had failed by then is not reported
     */
    void answered(PollEvent.Answered answered, Long nextPoll, boolean firstLook) {
        began = began == null ? answered.at() : began;
        JobStatus status = answered.status();
        if (excluded.test(status)) {
            return;
        }
        Job job = job(status);
        boolean firstSeen = job.view().status() == null;
        boolean wasFailed = job.view().state() == DisplayState.FAILED;
        boolean wasGone = job.view().state() == DisplayState.GONE;
        JobSnapshot next = timing.after(job, status, answered.at());
        // Before it is shown: whoever looks back then finds it.
        if (wasGone || next.changed() && (firstSeen || !status.differsByLittle(job.view().status()))) {
            listener.changed(status, answered.at());
        }
        jobs.show(job, nextPoll == null ? next : next.due(nextPoll));
        boolean failed = status.state() == JobState.FAILED;
        if (!failed) {
            failures.notFailed(job);
        } else if (!wasFailed || next.changed()) {
            failures.found(job, firstSeen && firstLook && !since(began, answered.status()));
        }
    }

    private Job job(JobStatus status) {
        return jobs.get(status.jobId()).orElseGet(() -> jobs.add(status.jobId()));
    }

    /** Puts a job on the board as it is remembered: {@return whether its server is to be asked about it} */
    boolean recall(JobStatus status, Instant changedAt, boolean gone) {
        if (excluded.test(status) || jobs.get(status.jobId()).filter(job -> job.view().status() != null).isPresent()) {
            return false;
        }
        Job job = job(status);
        jobs.show(job, JobSnapshot.recalled(status, changedAt, gone));
        failures.recalled(job);
        return !job.view().state().over();
    }

    /** Takes in how far a running job is by its stream: {@return whether that is of use} */
    boolean streamed(Job job, Double percentage, String step, Instant at) {
        JobStatus status = job.view().status();
        if (!jobs.contains(job) || status == null || status.state() != JobState.RUNNING) {
            return false;
        }
        Progress before = status.progress();
        Progress now = new Progress(percentage == null ? before.percentage() : percentage,
                step == null ? before.currentStep() : step, before.stepsCompleted(), before.stepsTotal());
        answered(new PollEvent.Answered(status.withProgress(now), at), null, false);
        return true;
    }
}
