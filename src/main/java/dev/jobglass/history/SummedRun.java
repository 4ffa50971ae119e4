package dev.jobglass.history;

import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.RunTimes;
import dev.jobglass.api.ServerTime;
import java.time.Duration;
import java.time.Instant;

/**
 * What the sums hold of a job. Times are milliseconds since 1970; none is later than when the job was seen so, whatever
 * the server's clock says.
 *
 * @param server the number of its server
 * @param agent or an empty text
 * @param outcome how it ended, or null while it has not
 * @param queued since when it waited in the queue, or null
 * @param dequeued when it began or, without having begun, ended; null while it waits
 * @param ended or null while it has not; when it was seen, if no server told it or told what cannot be
 * @param waited how long it waited until it began, in milliseconds, or -1 when it is not known
 * @param took how long it ran until it succeeded or failed, in milliseconds, or -1 when it is not known
 * @param error the number of what its error has in common with others, or null unless it failed
 */
record SummedRun(int server, String agent, JobState outcome, Long queued, Long dequeued, Long ended, long waited,
        long took, Long error) {
    static SummedRun of(int server, JobStatus status, Instant seen, Long error) {
        // As the table has them: what is made anew from it must come out the same.
        return ofStored(server, status.agentId(), status.state(), stored(status.createdAt()),
                new RunTimes(stored(status.startedAt()), stored(status.completedAt())), stored(seen), error);
    }

    private static SummedRun ofStored(int server, String agent, JobState state, Instant created, RunTimes run,
            Instant seen, Long error) {
        boolean over = state.terminal();
        Long ended = over ? Long.valueOf(run.ended(seen).toEpochMilli()) : null;
        Long begun = seenUntil(run.startedAt(), seen);
        boolean waited = ServerTime.believed(created) && ServerTime.believed(run.startedAt());
        Duration took = over && state != JobState.CANCELLED ? run.took(seen) : null;
        return new SummedRun(server, agent == null ? "" : agent, over ? state : null, seenUntil(created, seen),
                begun == null ? ended : begun, ended,
                waited ? Duration.between(created, run.startedAt()).toMillis() : -1,
                took == null ? -1 : took.toMillis(),
                state == JobState.FAILED ? error : null);
    }

    /** {@return a time that can be meant, or when the job was seen, if that was earlier; else null} */
    private static Long seenUntil(Instant told, Instant seen) {
        return ServerTime.believed(told) ? Long.valueOf(Math.min(told.toEpochMilli(), seen.toEpochMilli())) : null;
    }

    private static Instant stored(Instant time) {
        return time == null ? null : Instant.ofEpochMilli(time.toEpochMilli());
    }
}
