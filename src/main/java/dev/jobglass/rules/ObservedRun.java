package dev.jobglass.rules;

import dev.jobglass.api.JobKey;
import dev.jobglass.api.JobState;
import dev.jobglass.api.JobStatus;
import dev.jobglass.api.ServerAddress;
import dev.jobglass.api.ServerTime;
import dev.jobglass.history.History;
import dev.jobglass.history.PastRun;
import dev.jobglass.model.Job;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What rules look at of a run.
 *
 * @param key its job
 * @param agent or an empty text
 * @param state as it is
 * @param created or null
 * @param started or null
 * @param completed as the server told, or null
 * @param ended when it ended as far as that is known, or null while it has not
 */
public record ObservedRun(JobKey key, String agent, JobState state, Instant created, Instant started,
        Instant completed, Instant ended) {
    private static final int MOST_REMEMBERED = 50_000;

    /**
     * {@return what is remembered of runs that are not over, and of those that ended since a time; in no order} Blocks.
     *
     * @param history remembers them
     * @param servers base addresses
     * @param from not earlier
     */
    public static List<ObservedRun> remembered(History history, List<String> servers, Instant from) {
        return history.runs(servers, from, MOST_REMEMBERED).stream().map(ObservedRun::of).flatMap(Optional::stream)
                .toList();
    }

    /** {@return a run as it is remembered; nothing when its server's address is none} */
    private static Optional<ObservedRun> of(PastRun past) {
        try {
            return Optional.of(new ObservedRun(new JobKey(ServerAddress.parse(past.server()), past.jobId()),
                    past.agent(), past.state(), remembered(past.created()), remembered(past.started()),
                    remembered(past.completed()), past.ended()));
        } catch (ServerAddress.Malformed _) {
            return Optional.empty();
        }
    }

    /**
     * {@return a job's run as it is now; nothing before the first answer about it}
     *
     * @param job on a board
     * @param now when it ended, if its server does not say
     */
    public static Optional<ObservedRun> of(Job job, Instant now) {
        JobStatus status = job.view().status();
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(new ObservedRun(job.key(), status.agentId() == null ? "" : status.agentId(),
                status.state(), remembered(status.createdAt()), remembered(status.startedAt()),
                remembered(status.completedAt()),
                status.state().terminal() ? remembered(status.run().ended(now)) : null));
    }

    /** {@return a time as the history has it: else a run would not be the same as the one remembered; or null} */
    private static Instant remembered(Instant time) {
        return ServerTime.believed(time) ? time.truncatedTo(ChronoUnit.MILLIS) : null;
    }

    /** {@return whether this tells of the same end as another} */
    boolean sameEnd(ObservedRun other) {
        return other != null && state == other.state && Objects.equals(completed, other.completed)
                && Objects.equals(started, other.started);
    }
}
