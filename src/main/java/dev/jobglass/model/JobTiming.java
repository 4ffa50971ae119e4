package dev.jobglass.model;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * Learns from responses how long jobs take and how often they move, and tells by it which stand still. JavaFX thread
 * only.
 */
final class JobTiming {
    private static final int USUAL_GAPS = 5;

    private final AgentStatistics agents = new AgentStatistics();
    private Duration stalledAfter;

    JobTiming(Duration stalledAfter) {
        this.stalledAfter = stalledAfter;
    }

    /** Is patient with jobs for another time from the next response on. */
    void stalledAfter(Duration patience) {
        stalledAfter = patience;
    }

    AgentStatistics agents() {
        return agents;
    }

    /** Takes in a response about a job, and {@return the job as it is after it} */
    JobSnapshot after(Job job, JobStatus status, Instant at) {
        learn(job, status, at);
        return job.view().answered(status, at, stalledAfter(job, status), agents.slowest(status.agentId()));
    }

    private void learn(Job job, JobStatus status, Instant at) {
        JobSnapshot before = job.view();
        boolean wasOver = before.status() != null && before.state().over();
        if (status.state() == JobState.SUCCEEDED && !wasOver && status.agentId() != null && status.startedAt() != null
                && status.completedAt() != null && !status.completedAt().isBefore(status.startedAt())) {
            agents.ran(status.agentId(), Duration.between(status.startedAt(), status.completedAt()));
        }
        if (status.state() == JobState.RUNNING && status.progress().percentage() != null) {
            boolean moved = before.status() != null && !before.recalled() && before.state() == DisplayState.RUNNING
                    && !status.progress().equals(before.status().progress());
            if (moved && status.agentId() != null) {
                agents.progressed(status.agentId(), Duration.between(before.changedAt(), at));
            }
            job.trail().add(at, status.progress().percentage());
        }
    }

    /** A job may stand still for five times as long as it, or its agent's jobs, usually do. */
    private Duration stalledAfter(Job job, JobStatus status) {
        Duration own = job.trail().usualGap();
        Duration usual = own != null ? own : status.agentId() == null ? null : agents.usualGap(status.agentId());
        return usual == null || usual.multipliedBy(USUAL_GAPS).compareTo(stalledAfter) < 0
                ? stalledAfter
                : usual.multipliedBy(USUAL_GAPS);
    }
}
